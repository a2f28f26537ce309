package org.quietbell.app;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.KeptApart;
import org.quietbell.match.Band;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what was found, and opens one of them.
@Command(
        name = "hits",
        description = "List what was found: kind of place and date. --show ID opens one.")
final class HitsCommand extends StoreCommand {
    @Option(names = "--watch", paramLabel = "ID", description = "Only of this watch.")
    Optional<String> watch = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "Only found since: 2026-05-03, 2026-05-03T18:00 or 3d.")
    Optional<String> since = Optional.empty();

    @Option(
            names = "--band",
            paramLabel = "B",
            description = "Only at least as likely: certain, likely or possible.")
    Optional<String> band = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "S",
            description =
                    "Only in this state: new, baseline, changed, unlisted, back, me or"
                            + " not-me.")
    Optional<String> state = Optional.empty();

    @ArgGroup Shape shape = new Shape();

    /// At most one of these.
    static final class Shape {
        @Option(names = "--show", paramLabel = "ID", description = "Open this one.")
        Optional<String> show = Optional.empty();

        @Option(names = "--json", description = "Open all, as one JSON array.")
        boolean json;

        @Option(names = "--csv", description = "Open all, as a table.")
        boolean csv;
    }

    @Option(
            names = "--former-names",
            description = "With names that are kept apart, which are not shown otherwise.")
    boolean formerNames;

    HitsCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        KeptApart apart = new KeptApart(installation.store().cases());
        UnaryOperator<Hit> shown = formerNames ? UnaryOperator.identity() : apart::shown;
        HitLines lines =
                new HitLines(
                        context().terminal().answers(),
                        installation.store().notices(),
                        context().words(),
                        context().zone());
        if (shape.show.isPresent()) {
            Optional<Hit> hit = installation.store().hits().find(new HitId(shape.show.get()));
            if (hit.isEmpty()) {
                throw new Refusal(
                        Exit.FAILED, "hits", "nothing has this id", "see `quietbell hits`");
            }
            lines.opened(shown.apply(hit.get()));
            return Exit.DONE;
        }
        HitFilter filter = filter(installation);
        HitLines.Stream hits =
                each ->
                        installation
                                .store()
                                .hits()
                                .each(filter, hit -> each.accept(shown.apply(hit)));
        if (shape.json) {
            lines.json(hits);
        } else if (shape.csv) {
            lines.table(hits);
        } else {
            lines.plain(hits);
        }
        return Exit.DONE;
    }

    private HitFilter filter(Installation installation) {
        Optional<Band> atLeast =
                band.map(word -> {
                    for (Band known : Band.values()) {
                        if (known.word().equals(word.toLowerCase(Locale.ROOT))) {
                            return known;
                        }
                    }
                    throw new Refusal(
                            Exit.USAGE,
                            "--band",
                            "there is no such band",
                            "write certain, likely or possible");
                });
        return new HitFilter(
                watch.map(id -> installation.register().watchId(id)),
                since.map(
                        text -> Moments.past(text, context().clock().instant(), context().zone())),
                atLeast,
                state);
    }
}

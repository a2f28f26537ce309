package org.quietbell.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.OtherSite;
import org.quietbell.json.Json;
import org.quietbell.watch.WatchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch rule add | list | remove`: the sites whose pages are about somebody else (R6.4). Each is
/// shown with what it would change before it is kept, and is taken back in one step.
final class OtherSiteCommands {
    private OtherSiteCommands() {}

    /// Asks for a site and keeps the rule, if that is wanted.
    @Command(name = "add", description = "Say that the pages of a site are about someone else.")
    static final class Add extends StoreCommand {
        @Option(names = "--watch", required = true, paramLabel = "ID", description = "For whom.")
        String watch = "";

        Add(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            WatchId id = installation.register().watch(installation.register().watchId(watch)).id();
            Prompts prompts = new Prompts(context().terminal(), context().words());
            String free = installation.register().freeRuleId();
            OtherSite rule =
                    prompts.read(
                            line -> new OtherSite(free, id, line, context().clock().instant()),
                            "ask.rule-site");
            new JudgedAnew(installation, prompts)
                    .offer(rule)
                    .ifPresent(kept -> answer(say("line.rule-kept", kept.id())));
            return Exit.DONE;
        }
    }

    /// Lists the rules.
    @Command(name = "list", description = "List the sites that are about someone else.")
    static final class Listing extends StoreCommand {
        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Listing(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<Json> array = new ArrayList<>();
            for (OtherSite rule : installation.store().otherSites().all()) {
                if (json) {
                    array.add(
                            Json.object()
                                    .put("id", rule.id())
                                    .put("watch", rule.watch())
                                    .put("site", rule.site())
                                    .put("since", rule.since())
                                    .build());
                } else {
                    answer(say("line.rule", rule.id(), rule.watch(), rule.site()));
                }
            }
            if (json) {
                answer(new Json.Items(array));
            }
            return Exit.DONE;
        }
    }

    /// Takes a rule back; what it had put aside is judged as before.
    @Command(name = "remove", description = "Take a rule back.")
    static final class Remove extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which rule, as `watch rule list` shows it.")
        String id = "";

        Remove(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Optional<OtherSite> rule =
                    installation.store().otherSites().all().stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst();
            if (rule.isEmpty()) {
                throw new Refusal(
                        Exit.FAILED,
                        "watch rule",
                        "there is none of this id",
                        "see `quietbell watch rule list`");
            }
            installation.store().otherSites().remove(id);
            installation.changed("rule");
            Prompts prompts = new Prompts(context().terminal(), context().words());
            new JudgedAnew(installation, prompts).afterChange(rule.get().watch());
            answer(say("line.rule-removed"));
            return Exit.DONE;
        }
    }
}

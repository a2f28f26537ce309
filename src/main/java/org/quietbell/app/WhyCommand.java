package org.quietbell.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.KeptApart;
import org.quietbell.json.Json;
import org.quietbell.match.Reason;
import org.quietbell.notice.NoticeLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Why something was kept, and why it was or was not told.
@Command(
        name = "why",
        description = "Say why something was kept, and why it was or was not told, and to whom.")
final class WhyCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "Which, as `hits` lists it.")
    String id = "";

    @Option(names = "--json", description = "As one JSON object.")
    boolean json;

    WhyCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        HitId hitId = new HitId(id);
        Optional<Hit> hit =
                installation
                        .store()
                        .hits()
                        .find(hitId)
                        .map(new KeptApart(installation.store().cases())::shown);
        if (hit.isEmpty()) {
            throw new Refusal(Exit.FAILED, "why", "nothing has this id", "see `quietbell hits`");
        }
        NoticeLog notices = installation.store().notices();
        List<String> sentences = new ArrayList<>();
        for (Reason reason : hit.get().reasons()) {
            sentences.add(say("reason." + reason.key(), reason.details().toArray()));
        }
        List<String> telling = new ArrayList<>();
        telling.addAll(
                installation
                        .sentences(hit.get().caseId())
                        .why(
                                hit.get(),
                                installation.band(hit.get().caseId()),
                                notices.told(hitId),
                                notices.held(hitId),
                                context().clock().instant()));
        installation
                .pacing()
                .nobodyLooked(hit.get().caseId(), hit.get().firstSeen())
                .ifPresent(telling::add);
        telling.addAll(0, HitLines.became(hit.get(), context().words(), context().zone()));
        int group = installation.store().hits().groupSize(hit.get().group());
        if (group > 1) {
            telling.addFirst(say("line.same-text", group - 1));
        }
        if (json) {
            answer(
                    Json.object()
                            .put("id", hitId)
                            .put("band", hit.get().band().word())
                            .put("score", hit.get().score())
                            .put("reasons", sentences)
                            .put("telling", telling)
                            .build());
            return Exit.DONE;
        }
        answer(say("line.kept-because", say("band." + hit.get().band().word())));
        sentences.forEach(sentence -> answer("  " + sentence));
        telling.forEach(this::answer);
        return Exit.DONE;
    }
}

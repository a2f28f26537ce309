package org.quietbell.app;

import java.util.Optional;
import org.quietbell.notice.PauseScope;
import picocli.CommandLine.Option;

/// What a pause is about, as `pause` and `resume` are told: at most one of these, else everything.
final class ScopeOption {
    @Option(names = "--watch", paramLabel = "ID", description = "Only this watch.")
    Optional<String> watch = Optional.empty();

    @Option(names = "--channel", paramLabel = "ID", description = "Only this way of hearing.")
    Optional<String> channel = Optional.empty();

    @Option(names = "--source", paramLabel = "ID", description = "Only what this source finds.")
    Optional<String> source = Optional.empty();

    /// @throws Refusal if there is none with that id
    PauseScope scope(Register register) {
        return watch.<PauseScope>map(id -> new PauseScope.OneWatch(register.watchId(id)))
                .or(() -> channel.map(id -> new PauseScope.OneChannel(register.channelId(id))))
                .or(() -> source.map(id -> new PauseScope.OneSource(register.sourceId(id).value())))
                .orElseGet(PauseScope.Everything::new);
    }
}

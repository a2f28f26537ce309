package org.quietbell.app;

import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.watch.WatchedCase;

/// Whose way of hearing a command changes, and how she hears so far.
///
/// @param person whose settings are not in a file
record Whose(WatchedCase person, Hearing hearing) {
    /// The one of that watch, or the only one there is.
    ///
    /// @param command for what a refusal says, e.g. `channel level`
    /// @param inFile what to do instead where she is set by file
    /// @throws Refusal if it is nobody, not clear who, set by file, or not chosen yet
    static Whose of(
            Installation installation, Optional<String> watch, String command, String inFile) {
        Optional<String> caseId =
                watch.map(text -> {
                    Register register = installation.register();
                    return register.watch(register.watchId(text)).caseId().value();
                });
        List<WatchedCase> cases =
                installation.store().cases().all().stream()
                        .filter(each ->
                                caseId.map(each.id().value()::equals).orElseGet(each::active))
                        .toList();
        if (cases.size() != 1) {
            throw new Refusal(
                    Exit.USAGE,
                    command,
                    cases.isEmpty() ? "nobody is looked for" : "more than one person may hear",
                    cases.isEmpty() ? "see `quietbell setup`" : "say who with --watch");
        }
        if (cases.getFirst().byFile()) {
            throw new Refusal(Exit.USAGE, command, "how this person hears is set by file", inFile);
        }
        return new Whose(
                cases.getFirst(),
                installation
                        .store()
                        .hearings()
                        .of(cases.getFirst().id())
                        .orElseThrow(() ->
                                new Refusal(
                                        Exit.USAGE,
                                        command,
                                        "how to hear has not been chosen",
                                        "see `quietbell setup`")));
    }
}

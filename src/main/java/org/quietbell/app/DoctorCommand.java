package org.quietbell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Standing;
import org.quietbell.watch.WatchedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks the installation over and says what to put right.
@Command(
        name = "doctor",
        description = "Look the installation over and say what to put right. Changes nothing.")
final class DoctorCommand extends StoreCommand {
    @Option(names = "--json", description = "As one JSON array.")
    boolean json;

    DoctorCommand(Context context) {
        super(context);
    }

    private record Finding(boolean fine, String line) {}

    @Override
    int on(Installation installation) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(true, say("doctor.build", Build.version(), Runtime.version())));
        findings.add(folder(installation.folder()));
        findings.add(new Finding(true, say("doctor.store")));
        context().options().config().ifPresent(file -> findings.add(settingsFile(file)));
        for (SourceEntry entry : installation.store().sources().all()) {
            if (entry.active()) {
                findings.add(source(installation, entry));
            }
        }
        for (ChannelEntry entry : installation.store().channels().all()) {
            if (entry.active() && entry.confirmed().isEmpty()) {
                findings.add(new Finding(false, say("doctor.channel-waits", entry.id())));
            }
        }
        for (WatchedCase watchedCase : installation.store().cases().all()) {
            if (watchedCase.active()
                    && !watchedCase.consent().holdsAt(context().clock().instant())) {
                findings.add(new Finding(false, say("doctor.consent-ended", watchedCase.id())));
            }
        }
        long dead =
                installation.store().notices().outbox().stream()
                        .filter(letter -> letter.state().equals("dead"))
                        .count();
        if (dead > 0) {
            findings.add(new Finding(false, say("doctor.dead-letters", dead)));
        }
        answer(findings);
        return findings.stream().allMatch(Finding::fine) ? Exit.DONE : Exit.FAILED;
    }

    private Finding folder(Path folder) {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            boolean own =
                    view == null
                            || view.readAttributes().permissions().stream()
                                    .allMatch(right ->
                                            right == PosixFilePermission.OWNER_READ
                                                    || right == PosixFilePermission.OWNER_WRITE
                                                    || right == PosixFilePermission.OWNER_EXECUTE);
            return new Finding(own, say(own ? "doctor.folder" : "doctor.folder-open", folder));
        } catch (IOException e) {
            return new Finding(false, say("doctor.folder-unread", folder));
        }
    }

    private Finding settingsFile(Path file) {
        return new Finding(true, say("doctor.settings-file", file.getFileName()));
    }

    private Finding source(Installation installation, SourceEntry entry) {
        Standing standing = installation.store().sourceStates().standing(entry.id());
        String state = say("state." + standing.name());
        Optional<String> detail = standing.fault().map(fault -> fault.detail());
        return new Finding(
                standing.fault().isEmpty(),
                say("doctor.source", entry.id(), state) + detail.map(d -> ": " + d).orElse(""));
    }

    private void answer(List<Finding> findings) {
        if (json) {
            answer(
                    Json.of(
                            findings.stream()
                                    .map(f -> Map.of("fine", f.fine(), "what", f.line()))
                                    .toList()));
            return;
        }
        for (Finding finding : findings) {
            answer(say(finding.fine() ? "doctor.fine" : "doctor.look", finding.line()));
        }
    }
}

package org.quietbell.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.SettingsFile;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.CanonicalRules;

/// Rules about addresses that somebody wrote herself: a file `addresses.txt` beside the settings
/// file, and one in the data folder. They are added to those of the program.
final class OwnAddressRules {
    private static final String NAME = "addresses.txt";

    private OwnAddressRules() {}

    /// The rules of the program with those of the files.
    ///
    /// @param settings the settings file, if there is one
    /// @throws Refusal with every problem on a line of its own
    static CanonicalRules of(Optional<Path> settings, Path folder) {
        Problems problems = new Problems();
        AddressRules rules = AddressRules.STANDARD;
        for (Path file : files(settings, Optional.of(folder))) {
            rules = rules.and(read(file, problems));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    problems.all().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("\nquietbell: ")));
        }
        return rules == AddressRules.STANDARD ? CanonicalRules.STANDARD : new CanonicalRules(rules);
    }

    /// All that is wrong with the files.
    static List<Problem> problems(Optional<Path> settings, Optional<Path> folder) {
        Problems problems = new Problems();
        files(settings, folder).forEach(file -> read(file, problems));
        return problems.all();
    }

    private static List<Path> files(Optional<Path> settings, Optional<Path> folder) {
        List<Path> files = new ArrayList<>();
        settings.map(file -> file.toAbsolutePath().normalize().resolveSibling(NAME))
                .ifPresent(files::add);
        folder.map(path -> path.toAbsolutePath().normalize().resolve(NAME))
                .filter(file -> !files.contains(file))
                .ifPresent(files::add);
        return files.stream().filter(Files::exists).toList();
    }

    private static String read(Path file, Problems problems) {
        String text = SettingsFile.text(file, problems).orElse("");
        for (AddressRules.Fault fault : AddressRules.faults(text)) {
            problems.add(new Problem(file.toString(), fault.line(), "", fault.what()));
        }
        return text;
    }
}

package org.quietbell.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Reads the settings file.
public final class SettingsFile {
    /// A larger file is refused, in bytes.
    public static final int MAX_BYTES = 1 << 20;

    private SettingsFile() {}

    /// Reads a file of YAML as its outermost section.
    ///
    /// Values keep their text: `No` stays `No`. What YAML has beyond keys, lists and values
    /// (anchors, aliases, tags, several documents) is refused.
    ///
    /// @param problems takes what is wrong; a file that cannot be read at all gives one problem
    /// @return an empty section if nothing could be read, see [Section#isEmpty]
    public static Section read(Path file, Problems problems) {
        String name = printable(file.toString());
        Optional<Node.Keys> keys =
                switch (TextFile.read(file, MAX_BYTES)) {
                    case TextFile.Unusable(int line, String why) -> {
                        problems.add(new Problem(name, line, "", why));
                        yield Optional.empty();
                    }
                    case TextFile.Text(String text) -> new YamlReader(name, problems).read(text);
                };
        return new Section(
                name,
                "",
                Optional.of(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file)),
                keys.orElse(new Node.Keys(0, Map.of())),
                problems);
    }

    /// The text of another small file that belongs to the settings.
    ///
    /// @param problems takes what is wrong if it cannot be read
    public static Optional<String> text(Path file, Problems problems) {
        return switch (TextFile.read(file, MAX_BYTES)) {
            case TextFile.Unusable(int line, String why) -> {
                problems.add(new Problem(printable(file.toString()), line, "", why));
                yield Optional.empty();
            }
            case TextFile.Text(String text) -> Optional.of(text);
        };
    }

    /// Notes a problem if others than its owner may open a settings file that holds names or
    /// recipients. Whether it holds them is for the caller to say.
    public static void requireOwnerOnly(Path file, Problems problems) {
        if (OwnerOnly.isSecretOpenToOthers(file)) {
            String name = printable(file.toString());
            problems.add(
                    new Problem(
                            name,
                            0,
                            "",
                            "holds names or recipients and is open to others than its owner:"
                                    + " run chmod 600 "
                                    + name));
        }
    }

    /// A file's name may hold control characters; a message of one line must not.
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}

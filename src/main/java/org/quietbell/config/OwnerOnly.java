package org.quietbell.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a file that holds a secret can be opened by its owner alone (F66).
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /// Whether group or others may read or write the file. A file that cannot be looked at, or that
    /// lies where permissions are not of this kind, is left to the reading that follows.
    static boolean isOpenToOthers(Path file) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        try {
            return view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
        } catch (IOException _) {
            return false; // missing or not ours: the reading names it
        }
    }

    /// As [#isOpenToOthers], but never for what the host hands to a service: below `/run/secrets`
    /// (Docker) and below the folder that systemd names in `CREDENTIALS_DIRECTORY`, where the host
    /// decides who reads.
    static boolean isSecretOpenToOthers(Path file) {
        return isSecretOpenToOthers(file, handedOver());
    }

    static boolean isSecretOpenToOthers(Path file, List<Path> handedOver) {
        if (!isOpenToOthers(file)) {
            return false;
        }
        Optional<Path> real = real(file); // a link that leads out of such a folder has left it
        return real.isEmpty()
                || handedOver.stream()
                        .flatMap(folder -> real(folder).stream())
                        .noneMatch(real.get()::startsWith);
    }

    private static List<Path> handedOver() {
        List<Path> folders = new ArrayList<>(List.of(Path.of("/run/secrets")));
        String credentials = System.getenv("CREDENTIALS_DIRECTORY");
        if (credentials != null && !credentials.isBlank()) {
            folders.add(Path.of(credentials));
        }
        return folders;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException _) {
            return Optional.empty(); // there is no such folder on this host
        }
    }
}

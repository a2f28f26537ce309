package org.quietbell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells folders that hand their content on to another machine: to whoever shares the account
/// (R2.9), or over a network whose locks cannot be trusted (F47).
final class SyncedFolders {
    /// Names that the services give their folders, perhaps with an account or an owner behind.
    private static final List<Pattern> NAMES =
            List.of(
                    named("onedrive"),
                    named("dropbox"),
                    named("google ?drive"),
                    named("icloud ?drive"),
                    named("nextcloud"),
                    named("owncloud"),
                    named("pclouddrive|pcloud drive"),
                    named("box sync|box"),
                    named("mega|megasync"),
                    named("yandex\\.disk"),
                    Pattern.compile("mobile documents|com~apple~clouddocs|cloudstorage|my drive"));

    /// Files by which a synced folder can be told whatever it is called.
    private static final Set<String> MARKERS =
            Set.of(".dropbox", ".stfolder", ".owncloudsync.log", ".tmp.drivedownload");

    /// @see <a href="https://man7.org/linux/man-pages/man5/filesystems.5.html">filesystems(5)</a>
    private static final Set<String> NETWORK =
            Set.of(
                    "nfs",
                    "nfs3",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "ncpfs",
                    "afs",
                    "afpfs",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "davfs",
                    "davfs2",
                    "webdav",
                    "ocfs2",
                    "vboxsf",
                    "prl_fs",
                    "fuse.sshfs",
                    "fuse.rclone",
                    "fuse.glusterfs",
                    "fuse.davfs2",
                    "fuse.gvfsd-fuse",
                    "fuse.google-drive-ocamlfuse",
                    "fuse.onedriver",
                    "fuse.s3fs",
                    "fuse.ceph",
                    "fuse.vmhgfs-fuse",
                    "fuse.dropbox");

    private SyncedFolders() {}

    private static Pattern named(String names) {
        return Pattern.compile("(" + names + ")( - .*| \\(.*|-.*@.*)?");
    }

    /// Why a folder of that path is no place for secrets, by its names alone.
    static Optional<String> reasonOfName(Path folder) {
        for (Path part : folder) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (NAMES.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
                return Optional.of("it lies in a folder that a cloud service copies");
            }
        }
        return Optional.empty();
    }

    /// Why a folder that exists is no place for secrets; empty if nothing is known against it.
    static Optional<String> reasonOfPlace(Path folder) throws IOException {
        for (Path at = folder; at != null; at = at.getParent()) {
            for (String marker : MARKERS) {
                if (Files.exists(at.resolve(marker))) {
                    return Optional.of("it lies in a folder that is copied to other machines");
                }
            }
        }
        return reasonOfType(Files.getFileStore(folder).type());
    }

    static Optional<String> reasonOfType(String fileSystem) {
        return NETWORK.contains(fileSystem.toLowerCase(Locale.ROOT))
                ? Optional.of("it lies on a network share")
                : Optional.empty();
    }
}

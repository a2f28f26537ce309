package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.store.StoreException.Kind;

class DataFolderTest {
    @TempDir Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OneDrive/notes",
                "OneDrive - Dalhousie University/notes",
                "Dropbox/notes",
                "Dropbox (Personal)/notes",
                "Google Drive/notes",
                "GoogleDrive-jane@example.org/My Drive/notes",
                "Library/Mobile Documents/com~apple~CloudDocs/notes",
                "Library/CloudStorage/Any/notes",
                "iCloudDrive/notes",
                "Nextcloud/notes"
            })
    @Covers("R2.9")
    void refusesAFolderThatACloudServiceCopies(String path) {
        Path folder = home.resolve(path);

        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cloud service");
        assertThat(folder).doesNotExist();
        DataFolder.claim(folder, true).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {".local/share/quiet", "box-office", "my dropboxes", "megaphone"})
    void takesAnOrdinaryFolder(String path) {
        DataFolder.claim(home.resolve(path)).close();
    }

    @Test
    @Covers("R2.9")
    void looksThroughALinkIntoACopiedFolder() throws IOException {
        Path target = Files.createDirectories(home.resolve("Dropbox/notes"));
        Path link = Files.createSymbolicLink(home.resolve("plain"), target);

        assertThatThrownBy(() -> DataFolder.claim(link)).isInstanceOf(StoreException.class);
    }

    @Test
    @Covers("R2.9")
    void tellsACopiedFolderByTheFileThatMarksIt() throws IOException {
        Files.createDirectory(home.resolve(".stfolder"));

        assertThatThrownBy(() -> DataFolder.claim(home.resolve("notes")))
                .isInstanceOf(StoreException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs4", "cifs", "smb3", "fuse.sshfs", "davfs"})
    @Covers({"R2.9", "F47"})
    void callsANetworkFileSystemAShare(String type) {
        assertThat(SyncedFolders.reasonOfType(type)).contains("it lies on a network share");
        assertThat(SyncedFolders.reasonOfType("ext4")).isEmpty();
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        Path folder = home.resolve("a/b");
        DataFolder.claim(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Covers("F47")
    void isClaimedOnceAtATimeAlsoWithinOneProcess() {
        Path folder = home.resolve("notes");
        DataFolder first = DataFolder.claim(folder);

        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.HELD))
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        first.close();

        DataFolder.claim(folder).close();
    }
}

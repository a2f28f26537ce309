package org.quietbell.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.quietbell.config.KeyFile;
import org.quietbell.config.Section;

/// Where things are kept, and how the house key arrives. The store is the embedded one.
///
/// @param keyFile the file that holds the house key; empty: a passphrase is asked for
public record StoreSettings(Optional<Path> keyFile) {
    /// What holds where nothing is set.
    public static final StoreSettings DEFAULT = new StoreSettings(Optional.empty());

    private enum Key {
        PASSPHRASE,
        FILE
    }

    static StoreSettings read(Section store) {
        store.parsed("url", StoreSettings::embedded);
        store.text("user"); // both go with a store elsewhere, which is refused above
        store.secret("password");
        boolean hasFile = store.has("key-file");
        Optional<Key> key = store.parsed("key", OneOf.of(Key.class));
        if (key.equals(Optional.of(Key.FILE)) && !hasFile) {
            store.problem("key-file", "is missing: name the file that holds the house key");
        }
        if (key.equals(Optional.of(Key.PASSPHRASE)) && hasFile) {
            store.problem("key-file", "does not go with key: passphrase; write key: file");
        }
        Optional<Path> keyFile = store.path("key-file");
        keyFile.ifPresent(file -> check(file, store));
        store.finish();
        return new StoreSettings(keyFile);
    }

    private static String embedded(String url) {
        if (!url.equals("embedded")) {
            throw new IllegalArgumentException(
                    "a store elsewhere is not available in this version: leave url out, the"
                            + " embedded store is used");
        }
        return url;
    }

    private static void check(Path keyFile, Section store) {
        switch (KeyFile.read(keyFile)) {
            case KeyFile.Refused(String why) -> store.problem("key-file", why);
            case KeyFile.Read(byte[] bytes) -> Arrays.fill(bytes, (byte) 0);
        }
    }
}

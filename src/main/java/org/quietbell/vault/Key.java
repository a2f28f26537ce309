package org.quietbell.vault;

/// How the house key is unlocked.
public sealed interface Key {
    /// A typed passphrase, stretched by Argon2id.
    ///
    /// @param text as typed, of 1 character or more; whoever made the array wipes it after use
    record Passphrase(char[] text) implements Key {
        /// @throws IllegalArgumentException if it is empty
        public Passphrase {
            if (text.length == 0) {
                throw new IllegalArgumentException("passphrase: must not be empty");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// Random bytes out of a key file or a credential.
    ///
    /// @param bytes 32 of them; whoever made the array wipes it after use
    record Raw(byte[] bytes) implements Key {
        /// @throws IllegalArgumentException if it has another length
        public Raw {
            if (bytes.length != 32) {
                throw new IllegalArgumentException("key: must be 32 bytes");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}

package org.quietbell.match;

import org.jspecify.annotations.Nullable;

/// Hears the words of texts, and remembers what it heard: the same few thousand words make up most
/// of any text, and to sound one out costs more than all else that is done with it. For one thread.
final class Ear {
    private static final int ROOM = 1 << 11;

    /// Longer words come too rarely to be remembered.
    private static final int LONGEST = 24;

    private final Sounds sounds;
    private final SoundKey key = new SoundKey();
    private @Nullable String[] words = {};
    private int[][] heard = {};

    Ear(Sounds sounds) {
        this.sounds = sounds;
    }

    /// What a word may stand for, as [Sounds#hear] has it.
    ///
    /// @param hash of its letters, see [Vocabulary#step]
    int[] hear(char[] letters, int from, int end, int hash) {
        if (end - from > LONGEST) {
            return sounds.hear(key, letters, from, end);
        }
        if (words.length == 0) {
            words = new String[ROOM];
            heard = new int[ROOM][];
        }
        int place = (hash ^ hash >>> 15) & ROOM - 1;
        String known = words[place];
        if (known != null && isSame(known, letters, from, end)) {
            return heard[place];
        }
        int[] now = sounds.hear(key, letters, from, end);
        words[place] = new String(letters, from, end - from);
        heard[place] = now;
        return now;
    }

    private static boolean isSame(String word, char[] letters, int from, int end) {
        if (word.length() != end - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}

package org.quietbell.match;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.quietbell.match.SoundKey.Vowels;

/// The words of names that come from another script, by the [SoundKey] of how they are written in
/// Latin letters.
///
/// Filled by one thread, then only read, by any number.
final class Sounds {
    private static final int MOST = 8;
    private static final int[] NOTHING = {};

    private final Skeletons skeletons = new Skeletons(WordLists.STANDARD);
    private final LongTable words = new LongTable();
    private final Set<Vowels> used = EnumSet.noneOf(Vowels.class);

    /// Lets a word be found by its sound.
    ///
    /// @param spelt how it is written in Latin letters, folded
    /// @param meant number of the word of a name
    void add(String spelt, int meant, Vowels vowels) {
        char[] letters = spelt.toCharArray();
        long key = new SoundKey().of(letters, 0, letters.length, vowels);
        if (key == SoundKey.NONE) {
            return;
        }
        used.add(vowels);
        int[] known = words.get(key);
        int entry = meant << Manner.SIZE | Manner.SPELT;
        if (known.length < MOST && Arrays.stream(known).noneMatch(one -> one == entry)) {
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = entry;
            words.put(key, more);
        }
    }

    /// The names that are found in scripts which leave out vowels.
    Skeletons skeletons() {
        return skeletons;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// What a word of a text may stand for.
    int[] hear(SoundKey key, char[] letters, int from, int end) {
        int[] all = NOTHING;
        for (Vowels vowels : used) {
            int[] heard = words.get(key.of(letters, from, end, vowels));
            if (heard.length > 0) {
                int[] more = Arrays.copyOf(all, all.length + heard.length);
                System.arraycopy(heard, 0, more, all.length, heard.length);
                all = more;
            }
        }
        return all;
    }
}

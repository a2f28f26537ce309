package org.quietbell.match;

import java.util.Arrays;

/// Lists of numbers by a key of 64 bits, in two flat arrays. Filled by one thread, then only read,
/// by any number; looking allocates nothing.
final class LongTable {
    private static final int[] NONE = {};
    private static final long EMPTY = -1;

    private long[] keys = new long[64];
    private int[][] values = new int[64][];
    private int size;

    LongTable() {
        Arrays.fill(keys, EMPTY);
    }

    /// What stands under the key; an empty list for most.
    int[] get(long key) {
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); keys[slot] != EMPTY; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return NONE;
    }

    /// Puts a list under the key, in the place of what stood there.
    void put(long key, int[] list) {
        if (size * 2 >= keys.length) {
            long[] oldKeys = keys;
            int[][] oldValues = values;
            keys = new long[oldKeys.length * 4];
            values = new int[oldKeys.length * 4][];
            Arrays.fill(keys, EMPTY);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != EMPTY) {
                    int slot = free(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
        int slot = free(key);
        size += keys[slot] == EMPTY ? 1 : 0;
        keys[slot] = key;
        values[slot] = list;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int free(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}

package org.quietbell.match;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a page may say beyond a name, of which somebody may want to hear at once (R1.21). Known
/// only from what she typed in about herself, and from a short list of phrases.
public enum Matter {
    /// A postal address that is among her details.
    ADDRESS(1),
    /// A telephone number that is among her details.
    PHONE(2),
    /// Words of going to where she is, near her name or a detail of hers.
    MEETING(4);

    private final int bit;

    Matter(int bit) {
        this.bit = bit;
    }

    /// The name in settings, e.g. `address`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Some of them as one number: bit by bit, 0 for none.
    public static int bits(Set<Matter> matters) {
        int bits = 0;
        for (Matter matter : matters) {
            bits |= matter.bit;
        }
        return bits;
    }

    /// Reads what [#bits] wrote; bits of no matter are passed over.
    public static Set<Matter> of(int bits) {
        Set<Matter> matters = EnumSet.noneOf(Matter.class);
        for (Matter matter : values()) {
            if ((bits & matter.bit) != 0) {
                matters.add(matter);
            }
        }
        return matters;
    }
}

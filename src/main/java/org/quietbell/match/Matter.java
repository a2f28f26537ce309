package org.quietbell.match;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a page may say beyond a name, of which somebody may want to hear at once (R1.21). Known
/// only from what she typed in about herself, and from a short list of phrases.
public enum Matter {
    /// A postal address that is among her details.
    ADDRESS,
    /// A telephone number that is among her details.
    PHONE,
    /// Words of going to where she is, near her name or a detail of hers.
    MEETING;

    /// The name in settings, e.g. `address`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Some of them as one number: bit by bit in the order of this list, 0 for none.
    public static int bits(Set<Matter> matters) {
        int bits = 0;
        for (Matter matter : matters) {
            bits |= 1 << matter.ordinal();
        }
        return bits;
    }

    /// Reads what [#bits] wrote; bits of no matter are passed over.
    public static Set<Matter> of(int bits) {
        Set<Matter> matters = EnumSet.noneOf(Matter.class);
        for (Matter matter : values()) {
            if ((bits & 1 << matter.ordinal()) != 0) {
                matters.add(matter);
            }
        }
        return matters;
    }
}

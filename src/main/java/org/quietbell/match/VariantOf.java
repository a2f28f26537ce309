package org.quietbell.match;

import java.util.EnumSet;
import java.util.Set;
import org.quietbell.watch.Variant;

/// In which ways an occurrence differs from the name as she gave it.
final class VariantOf {
    private VariantOf() {}

    /// @param decoded whether the text was read by what its signs stand for
    static Set<Variant> of(Occurrence occurrence, Tokens tokens, boolean decoded) {
        Set<Variant> variants = EnumSet.noneOf(Variant.class);
        switch (occurrence.form().kind()) {
            case REVERSED, TURNED -> variants.add(Variant.ORDER);
            case INITIAL, ABBREVIATED -> variants.add(Variant.INITIALS);
            case SHORT -> variants.add(Variant.NICKNAMES);
            case PART, SURNAME -> variants.add(Variant.PARTS);
            case JOINED -> variants.add(Variant.RUN_TOGETHER);
            case ROMANISED, UNCLEAR -> variants.add(Variant.SCRIPTS);
            case FULL -> {}
        }
        int manner = occurrence.manner();
        boolean disguised = decoded || isDisguised(occurrence, tokens);
        if ((manner & Manner.SLIP) != 0) {
            variants.add(Variant.SPELLINGS);
        }
        if (disguised) {
            variants.add(Variant.DISGUISE);
        } else if ((manner & (Manner.SPELT | Manner.SKELETON)) != 0) {
            variants.add(Variant.SCRIPTS);
        }
        return variants;
    }

    private static boolean isDisguised(Occurrence occurrence, Tokens tokens) {
        for (int i = occurrence.start(); i <= occurrence.end(); i++) {
            if (tokens.has(i, Tokens.DISGUISED)) {
                return true;
            }
        }
        return false;
    }
}

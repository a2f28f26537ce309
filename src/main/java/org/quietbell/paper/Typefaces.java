package org.quietbell.paper;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All fonts; each is read when a text first needs it. May serve several papers, one after the
/// other, of one thread.
public final class Typefaces {
    private static final int UNKNOWN = -1;
    private static final int NONE = -2;

    private static final List<Face> ORDER = List.of(Face.values());

    private final Map<Face, Typeface> read = new EnumMap<>(Face.class);
    private final byte[] faces = new byte[Character.MAX_CODE_POINT + 1];

    /// Reads nothing yet.
    public Typefaces() {
        Arrays.fill(faces, (byte) UNKNOWN);
    }

    Typeface get(Face face) {
        return read.computeIfAbsent(face, Typeface::of);
    }

    /// The first that has that character.
    Optional<Face> of(int codePoint) {
        byte known = faces[codePoint];
        if (known == UNKNOWN) {
            known = find(codePoint);
            faces[codePoint] = known;
        }
        return known == NONE ? Optional.empty() : Optional.of(ORDER.get(known));
    }

    private byte find(int codePoint) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (get(ORDER.get(i)).glyph(codePoint) != 0) {
                return (byte) i;
            }
        }
        return NONE;
    }
}

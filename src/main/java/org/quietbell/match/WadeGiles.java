package org.quietbell.match;

import java.util.Map;
import java.util.Optional;

/// Pinyin syllables in the older spelling of Wade and Giles: `xu` as `hsu`, `qing` as `ch'ing`.
///
/// Source: the two systems' tables of initials and finals, as reference works on Chinese print
/// them. Marks over letters are left out, since texts are folded; the apostrophe, which tells `q`
/// from `j`, often is left out by those who write it, too.
final class WadeGiles {
    private static final Map<String, String> INITIALS =
            Map.ofEntries(
                    Map.entry("b", "p"),
                    Map.entry("p", "p'"),
                    Map.entry("d", "t"),
                    Map.entry("t", "t'"),
                    Map.entry("g", "k"),
                    Map.entry("k", "k'"),
                    Map.entry("j", "ch"),
                    Map.entry("q", "ch'"),
                    Map.entry("x", "hs"),
                    Map.entry("zh", "ch"),
                    Map.entry("ch", "ch'"),
                    Map.entry("r", "j"),
                    Map.entry("z", "ts"),
                    Map.entry("c", "ts'"));

    private static final Map<String, String> WHOLE =
            Map.ofEntries(
                    Map.entry("zi", "tzu"),
                    Map.entry("ci", "tz'u"),
                    Map.entry("si", "ssu"),
                    Map.entry("yi", "i"),
                    Map.entry("ye", "yeh"),
                    Map.entry("yan", "yen"),
                    Map.entry("you", "yu"),
                    Map.entry("yong", "yung"),
                    Map.entry("yue", "yueh"),
                    Map.entry("er", "erh"),
                    Map.entry("he", "ho"),
                    Map.entry("ge", "ko"),
                    Map.entry("ke", "k'o"),
                    Map.entry("gui", "kuei"),
                    Map.entry("kui", "k'uei"),
                    Map.entry("guo", "kuo"),
                    Map.entry("kuo", "k'uo"),
                    Map.entry("huo", "huo"),
                    Map.entry("shuo", "shuo"));

    private static final Map<String, String> FINALS =
            Map.of("ian", "ien", "ie", "ieh", "ue", "ueh", "iong", "iung", "ong", "ung", "uo", "o");

    private WadeGiles() {}

    /// A syllable of pinyin in the older spelling, with its apostrophe; empty if it is none.
    static Optional<String> of(String syllable) {
        if (!NameOrder.isSyllable(syllable)) {
            return Optional.empty();
        }
        String whole = WHOLE.get(syllable);
        if (whole != null) {
            return Optional.of(whole);
        }
        boolean two =
                syllable.startsWith("zh") || syllable.startsWith("ch") || syllable.startsWith("sh");
        boolean none = "aeo".indexOf(syllable.charAt(0)) >= 0;
        int cut = none ? 0 : two ? 2 : 1;
        String initial = syllable.substring(0, cut);
        String last = syllable.substring(cut);
        boolean whistled = two || initial.equals("r");
        String after = whistled && last.equals("i") ? "ih" : FINALS.getOrDefault(last, last);
        return Optional.of(INITIALS.getOrDefault(initial, initial) + after);
    }
}

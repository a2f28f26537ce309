package org.quietbell.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quietbell.match.VariantExamples;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.words.Words;

/// The ways to write a name otherwise, as lines with examples and as one question (R6.7).
final class VariantForm {
    /// In the order in which they are numbered for her.
    private static final List<Variant> NUMBERED = List.of(Variant.values());

    private VariantForm() {}

    /// All ways that mean something for this name, numbered; those that are off say so.
    static List<String> lines(Watch watch, Words words) {
        Map<Variant, String> examples = VariantExamples.of(watch);
        List<String> lines = new ArrayList<>();
        for (Variant variant : NUMBERED) {
            int number = NUMBERED.indexOf(variant) + 1;
            String said = words.say("variant." + variant.word());
            if (watch.without().contains(variant)) {
                lines.add(words.say("line.variant.off", number, said));
            } else if (examples.containsKey(variant)) {
                lines.add(words.say("line.variant", number, said, examples.get(variant)));
            }
        }
        if (!lines.isEmpty()) {
            lines.addFirst(words.say("line.variants"));
        }
        return lines;
    }

    /// Asks which should not count.
    static Watch ask(Prompts prompts, Watch watch) {
        lines(watch, prompts.words()).forEach(prompts::say);
        Set<Variant> off =
                prompts.read(line -> line.isBlank() ? watch.without() : read(line), "ask.variants");
        return watch.without(off);
    }

    /// @throws IllegalArgumentException if a number is none of the list
    private static Set<Variant> read(String line) {
        Set<Variant> off = EnumSet.noneOf(Variant.class);
        for (String part : line.split("[, ]+", -1)) {
            int number;
            try {
                number = Integer.parseInt(part.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("numbers: must be those of the list", e);
            }
            if (number < 0 || number > NUMBERED.size()) {
                throw new IllegalArgumentException("numbers: must be those of the list");
            }
            if (number > 0) {
                off.add(NUMBERED.get(number - 1));
            }
        }
        return off;
    }
}

package org.quietbell.config;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What the YAML library complains of, in plain words. Its own sentences may quote the file.
final class YamlFault {
    static final String NOT_YAML = "is not YAML that can be read: look at this line";

    private YamlFault() {}

    /// The line to look at, from 1; 0 if unknown. A key without its colon is noticed only further
    /// down.
    static int line(MarkedYamlEngineException fault) {
        boolean late = String.valueOf(fault.getContext()).contains("simple key");
        Optional<Mark> mark =
                late
                        ? fault.getContextMark().or(fault::getProblemMark)
                        : fault.getProblemMark().or(fault::getContextMark);
        return mark.map(Mark::getLine).map(line -> line + 1).orElse(0);
    }

    static String inPlainWords(MarkedYamlEngineException fault) {
        String problem = String.valueOf(fault.getProblem()).toLowerCase(Locale.ROOT);
        String context = String.valueOf(fault.getContext()).toLowerCase(Locale.ROOT);
        if (problem.contains("\\t") || problem.contains("\t") || problem.contains("tab")) {
            return "a tab stands where only spaces may: replace it by spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "text that begins with @, ` or % must stand in quotes";
        }
        if (problem.contains("undefined alias")) {
            return "text that begins with * must stand in quotes";
        }
        if (context.contains("quoted scalar")) {
            return "a text in quotes is not closed, or holds an escape that YAML does not know";
        }
        if (context.contains("a flow ")) {
            return "a list in brackets or braces is not closed, or lacks a comma";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a colon stands where none may: quote the text, or mend the indentation";
        }
        if (context.contains("simple key") || problem.contains("expected ':'")) {
            return "a key is not followed by a colon";
        }
        if (context.contains("block mapping")
                || context.contains("block collection")
                || context.contains("block sequence")) {
            return "is indented differently from what stands around it";
        }
        return NOT_YAML;
    }
}

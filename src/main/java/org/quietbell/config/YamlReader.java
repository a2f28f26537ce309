package org.quietbell.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Builds [Node]s from YAML 1.2.
///
/// It takes the library's events and not its composed tree: so every key keeps its line, every
/// duplicate is found, and neither an alias nor a deep nesting can make the tree grow.
///
/// @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
final class YamlReader {
    private static final int MAX_DEPTH = 16;
    private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");

    private final String file;
    private final Problems problems;

    YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The outermost keys; empty, with a problem noted, if there are none or the text is not YAML.
    Optional<Node.Keys> read(String text) {
        if (!isPrintable(text)) {
            return Optional.empty();
        }
        try {
            Parse parse = new Parse(LoadSettings.builder().build());
            return document(parse.parseString(text).iterator());
        } catch (MarkedYamlEngineException e) {
            problem(YamlFault.line(e), "", YamlFault.inPlainWords(e));
        } catch (YamlEngineException _) {
            problem(0, "", YamlFault.NOT_YAML); // its message may quote the file
        } catch (TooDeep e) {
            problem(e.line, "", "is nested more than " + MAX_DEPTH + " deep");
        }
        return Optional.empty();
    }

    private boolean isPrintable(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                problem(line, "", "holds a control character: remove it");
                return false;
            }
            line += character == '\n' ? 1 : 0;
        }
        return true;
    }

    private Optional<Node.Keys> document(Iterator<Event> events) {
        events.next(); // the stream begins
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            problem(1, "", "holds no settings: write at least one key, or leave the file out");
            return Optional.empty();
        }
        Event first = events.next();
        Node root = node(events, first, line(first), "", 0);
        events.next(); // the document ends
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            problem(line(next), "", "begins a second document: keep one");
        }
        if (root instanceof Node.Keys keys && !keys.keys().isEmpty()) {
            return Optional.of(keys);
        }
        problem(line(first), "", "must hold keys, such as profile: personal");
        return Optional.empty();
    }

    private Node node(Iterator<Event> events, Event event, int line, String name, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(line);
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) { // of an alias too
            problem(
                    line(event),
                    name,
                    "& and * begin references, which are not read here: quote the text, or write"
                            + " it out");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, line, name);
            case CollectionStartEvent start -> {
                refuseTag(start.getTag(), line(event), name);
                yield start.getEventId() == Event.ID.MappingStart
                        ? keys(events, line, name, depth)
                        : items(events, line, name, depth);
            }
            default -> new Node.Scalar(line, "", true); // an alias
        };
    }

    private Node scalar(ScalarEvent scalar, int line, String name) {
        refuseTag(scalar.getTag(), line, name);
        String text = scalar.getValue();
        boolean nothing =
                scalar.isPlain()
                        && switch (text) {
                            case "", "~", "null", "Null", "NULL" -> true;
                            default -> false;
                        };
        return new Node.Scalar(line, text, nothing);
    }

    private Node items(Iterator<Event> events, int line, String name, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            String itemName = name + "[" + items.size() + "]";
            items.add(node(events, event, line(event), itemName, depth + 1));
        }
        return new Node.Items(line, items);
    }

    private Node keys(Iterator<Event> events, int line, String name, int depth) {
        Map<String, Node> keys = new LinkedHashMap<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            int keyLine = line(event);
            Optional<String> key = key(events, event, name, depth);
            String keyName =
                    key.map(Problem::shown)
                            .map(k -> name.isEmpty() ? k : name + "." + k)
                            .orElse(name);
            Node value = node(events, events.next(), keyLine, keyName, depth + 1);
            if (key.isPresent()) {
                Node before = keys.putIfAbsent(key.get(), value);
                if (before != null) {
                    problem(
                            keyLine,
                            keyName,
                            "stands here a second time, first on line "
                                    + before.line()
                                    + ": keep one");
                }
            }
        }
        return new Node.Keys(line, keys);
    }

    private Optional<String> key(Iterator<Event> events, Event event, String name, int depth) {
        Node node = node(events, event, line(event), name, depth + 1);
        if (node instanceof Node.Scalar(_, String text, _) && KEY.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (!(event instanceof AliasEvent)) { // that has been said already
            problem(line(event), name, "a key must be a word");
        }
        return Optional.empty();
    }

    private void refuseTag(Optional<String> tag, int line, String name) {
        if (tag.isPresent()) {
            problem(line, name, "! begins a tag, which is not read here: quote the text");
        }
    }

    private void problem(int line, String key, String what) {
        problems.add(new Problem(file, line, key, what));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /// Ends the reading of a text that nobody wrote by hand.
    private static final class TooDeep extends RuntimeException {
        private final int line;

        TooDeep(int line) {
            this.line = line;
        }
    }
}

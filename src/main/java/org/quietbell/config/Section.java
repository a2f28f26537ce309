package org.quietbell.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quietbell.json.Json;

/// Some keys of the settings, read by type.
///
/// Whoever uses a setting reads it here, beside the code that uses it. Every reading method notes a
/// [Problem] for a value of the wrong kind and then answers with the fallback, so that one pass
/// finds all problems; [#finish] notes the keys that nobody read. Not safe for many threads.
public final class Section {
    private final String file;
    private final String path;
    private final Path folder;
    private final Node.Keys keys;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    Section(String file, String path, Path folder, Node.Keys keys, Problems problems) {
        this.file = file;
        this.path = path;
        this.folder = folder;
        this.keys = keys;
        this.problems = problems;
    }

    /// A section of settings that were kept (see [#settings]) or made by a command: an object of
    /// texts, numbers, truths and lists.
    public static Section of(Json settings, Problems problems) {
        return new Section("", "", Path.of(""), (Node.Keys) node(settings), problems);
    }

    /// A section without keys.
    public static Section empty() {
        return of(Json.object().build(), new Problems());
    }

    private static Node node(Json json) {
        return switch (json) {
            case Json.Members(Map<String, Json> members) -> {
                Map<String, Node> keys = new LinkedHashMap<>();
                members.forEach((key, value) -> keys.put(key, node(value)));
                yield new Node.Keys(0, keys);
            }
            case Json.Items(List<Json> values) ->
                    new Node.Items(0, values.stream().map(Section::node).toList());
            case Json.Text(String text) -> new Node.Scalar(0, text, false);
            case Json.Digits(String digits) -> new Node.Scalar(0, digits, false);
            case Json.Truth(boolean truth) -> new Node.Scalar(0, String.valueOf(truth), false);
            case Json.Nothing _ -> new Node.Scalar(0, "", true);
        };
    }

    /// Where all sections of one reading note what is wrong.
    public Problems problems() {
        return problems;
    }

    /// Whether the key is there, with a value.
    public boolean has(String key) {
        Node node = keys.keys().get(key);
        return node != null && !(node instanceof Node.Scalar(_, _, boolean nothing) && nothing);
    }

    /// The line of the key, or of the section if there is no such key; 0 if unknown.
    public int line(String key) {
        Node node = keys.keys().get(key);
        return node == null ? keys.line() : node.line();
    }

    /// Notes that something is wrong with a key.
    ///
    /// @param what what is wrong and what to write instead, without the value
    public void problem(String key, String what) {
        problems.add(new Problem(file, line(key), name(key), what));
    }

    /// The text of a key.
    public Optional<String> text(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar(_, String text, _)) {
            return Optional.of(text);
        }
        problem(key, "must be one value");
        return Optional.empty();
    }

    /// The text of a key.
    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /// The text of a key that must be there; empty, with a problem noted, if it is not.
    public String required(String key) {
        Optional<String> text = text(key).filter(t -> !t.isBlank());
        if (text.isEmpty() && (!has(key) || text(key).isPresent())) {
            problem(key, "is missing");
        }
        return text.orElse("");
    }

    /// A key's text read by a function that throws [IllegalArgumentException] with a sentence that
    /// does not repeat the text.
    public <T> Optional<T> parsed(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> parsed(key, text, reader));
    }

    private <T> Optional<T> parsed(String key, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            problem(key, e.getMessage() == null ? "cannot be read" : e.getMessage());
            return Optional.empty();
        }
    }

    /// A whole number within bounds.
    public int number(String key, int fallback, int min, int max) {
        String rule = "must be a whole number from " + min + " to " + max;
        return parsed(
                        key,
                        text -> {
                            int number;
                            try {
                                number = Integer.parseInt(text.strip());
                            } catch (NumberFormatException e) {
                                throw new IllegalArgumentException(rule, e);
                            }
                            if (number < min || number > max) {
                                throw new IllegalArgumentException(rule);
                            }
                            return number;
                        })
                .orElse(fallback);
    }

    /// `true` or `false`.
    public boolean truth(String key, boolean fallback) {
        return parsed(
                        key,
                        text ->
                                switch (text) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default ->
                                            throw new IllegalArgumentException(
                                                    "must be true or false");
                                })
                .orElse(fallback);
    }

    /// A length of time such as `30m`, see [Units#duration].
    public Duration duration(String key, Duration fallback) {
        return parsed(key, Units::duration).orElse(fallback);
    }

    /// A number of bytes such as `4MiB`, see [Units#size].
    public long size(String key, long fallback) {
        return parsed(key, Units::size).orElse(fallback);
    }

    /// An absolute `http` or `https` address.
    public Optional<URI> address(String key) {
        return parsed(key, Section::webAddress);
    }

    private static URI webAddress(String text) {
        String rule = "must be an absolute http or https address";
        try {
            URI address = new URI(text.strip());
            String scheme = address.getScheme();
            if (address.getRawAuthority() == null
                    || scheme == null
                    || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                throw new IllegalArgumentException(rule);
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    /// A path, relative to the folder of the settings file.
    public Optional<Path> path(String key) {
        return parsed(key, text -> folder.resolve(text).normalize());
    }

    /// The content of the file that `KEY-file` names, without its final newline.
    public Optional<Secret> secret(String key) {
        String fileKey = key + "-file";
        if (has(key)) {
            read.add(key);
            problem(
                    key,
                    "must not stand in the settings; write " + fileKey + " with a file's name");
        }
        Optional<Path> secretFile = path(fileKey);
        if (secretFile.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(Files.readString(secretFile.get()).stripTrailing()));
        } catch (IOException e) {
            problem(fileKey, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
            return Optional.empty();
        }
    }

    /// A list of texts; one text alone counts as a list of one.
    public List<String> texts(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(node.get())) {
            if (item instanceof Node.Scalar(_, String text, boolean nothing) && !nothing) {
                texts.add(text);
            } else {
                problem(key, "must be a list of texts");
            }
        }
        return texts;
    }

    /// A list of texts, each read by a function as in [#parsed(String, Function)].
    public <T> List<T> parsedAll(String key, Function<String, T> reader) {
        return texts(key).stream().flatMap(text -> parsed(key, text, reader).stream()).toList();
    }

    /// A section below this one.
    public Optional<Section> section(String key) {
        return node(key).flatMap(node -> below(key, name(key), node));
    }

    /// A section below this one, empty if the key is not there.
    public Section sectionOrEmpty(String key) {
        return section(key)
                .orElseGet(() ->
                        new Section(
                                file,
                                name(key),
                                folder,
                                new Node.Keys(line(key), Map.of()),
                                problems));
    }

    /// A list of sections.
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        node(key)
                .ifPresent(node -> {
                    List<Node> items = items(node);
                    for (int i = 0; i < items.size(); i++) {
                        below(key, name(key) + "[" + i + "]", items.get(i))
                                .ifPresent(sections::add);
                    }
                });
        return sections;
    }

    private Optional<Section> below(String key, String name, Node node) {
        if (node instanceof Node.Keys below) {
            return Optional.of(new Section(file, name, folder, below, problems));
        }
        problem(key, "must hold keys of its own");
        return Optional.empty();
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Items(_, List<Node> items) ? items : List.of(node);
    }

    /// Notes every key that nobody has read. To be called when all readers are done.
    public void finish() {
        for (String key : keys.keys().keySet()) {
            if (!read.contains(key)) {
                problem(key, "is not a key known here");
            }
        }
    }

    /// All keys as plain values, to be kept; read again with [#of].
    public Json settings() {
        read.addAll(keys.keys().keySet());
        return json(keys);
    }

    private static Json json(Node node) {
        return switch (node) {
            case Node.Scalar(_, String text, boolean nothing) ->
                    nothing ? new Json.Nothing() : new Json.Text(text);
            case Node.Items(_, List<Node> items) ->
                    new Json.Items(items.stream().map(Section::json).toList());
            case Node.Keys(_, Map<String, Node> keys) -> {
                Json.Builder members = Json.object();
                keys.forEach((key, value) -> members.put(key, json(value)));
                yield members.build();
            }
        };
    }

    private Optional<Node> node(String key) {
        read.add(key);
        return has(key) ? Optional.ofNullable(keys.keys().get(key)) : Optional.empty();
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

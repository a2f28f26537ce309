package org.quietbell.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.quietbell.json.Json;

/// Some keys of the settings, read by type.
///
/// Whoever uses a setting reads it here, beside the code that uses it. Every reading method notes a
/// [Problem] for a value of the wrong kind and then answers with the fallback, so that one pass
/// finds all problems; [#finish] notes the keys that nobody read. Not safe for many threads.
public final class Section {
    /// The member under which [#settings] keeps the folder that relative paths are meant against.
    public static final String FOLDER = "settings-folder";

    private final String file;
    private final String path;
    private final Optional<Path> folder;
    private final Node.Keys keys;
    private final Problems problems;
    private final Set<String> read = new TreeSet<>();

    /// @param folder absolute; empty: the working folder
    Section(String file, String path, Optional<Path> folder, Node.Keys keys, Problems problems) {
        this.file = file;
        this.path = path;
        this.folder = folder;
        this.keys = keys;
        this.problems = problems;
    }

    /// A section of settings that were kept (see [#settings]) or made by a command: an object of
    /// texts, numbers, truths, lists and objects, and perhaps [#FOLDER].
    ///
    /// @throws IllegalArgumentException if it is no object
    public static Section of(Json settings, Problems problems) {
        if (!(settings instanceof Json.Members members)) {
            throw new IllegalArgumentException("settings: must be an object");
        }
        Map<String, Json> own = new LinkedHashMap<>(members.members());
        Optional<Path> folder =
                Optional.ofNullable(own.remove(FOLDER)).flatMap(Json::text).map(Path::of);
        return new Section("", "", folder, Node.keysOf(new Json.Members(own)), problems);
    }

    /// A section without keys.
    public static Section empty() {
        return of(Json.object().build(), new Problems());
    }

    /// The same section without some keys, which another reader takes: to it they are not there,
    /// and not unknown either.
    public Section without(String... others) {
        Map<String, Node> rest = new LinkedHashMap<>(keys.keys());
        for (String other : others) {
            rest.remove(other);
            read.add(other);
        }
        return new Section(file, path, folder, new Node.Keys(keys.line(), rest), problems);
    }

    /// Where all sections of one reading note what is wrong.
    public Problems problems() {
        return problems;
    }

    /// Whether it has no keys at all.
    public boolean isEmpty() {
        return keys.keys().isEmpty();
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

    /// Notes that something is wrong with a key, or, if that is empty, with the whole section.
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

    /// As [#parsed(String, Function)], of a key that must be there.
    public <T> Optional<T> required(String key, Function<String, T> reader) {
        return required(key).isEmpty() ? Optional.empty() : parsed(key, reader);
    }

    /// A key's text read by a function that throws [IllegalArgumentException] with a sentence that
    /// does not repeat the text.
    public <T> Optional<T> parsed(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> parsed(line(key), name(key), text, reader));
    }

    private <T> Optional<T> parsed(int line, String name, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            // the library's own subclasses (numbers, paths, patterns) repeat the text
            boolean ours = e.getClass() == IllegalArgumentException.class;
            String what = ours ? e.getMessage() : null;
            problems.add(new Problem(file, line, name, what == null ? "cannot be read" : what));
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

    /// An absolute `http` or `https` address, without a name and password in it.
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
            if (address.getRawUserInfo() != null || address.getRawAuthority().contains("@")) {
                throw new IllegalArgumentException(
                        "must not hold a name or password before the host");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    /// A path; a relative one is meant against the folder of the settings file.
    public Optional<Path> path(String key) {
        return parsed(
                key,
                text -> {
                    if (text.isBlank()) {
                        throw new IllegalArgumentException("must be a path");
                    }
                    return folder.orElse(Path.of("")).resolve(text).normalize();
                });
    }

    /// The content of the file that `KEY-file` names, see [SecretFile#read].
    public Optional<Secret> secret(String key) {
        String fileKey = key + "-file";
        read.add(key);
        if (has(key)) {
            problem(
                    key,
                    "must not stand in the settings; write " + fileKey + " with a file's name");
        }
        Optional<Path> secretFile = path(fileKey);
        if (secretFile.isEmpty()) {
            return Optional.empty();
        }
        return switch (SecretFile.read(secretFile.get())) {
            case SecretFile.Held(Secret secret) -> Optional.of(secret);
            case SecretFile.Refused(String why) -> {
                problem(fileKey, why);
                yield Optional.empty();
            }
        };
    }

    /// A list of texts; one text alone counts as a list of one.
    public List<String> texts(String key) {
        return parsedAll(key, Function.identity());
    }

    /// A list of texts, each read by a function as in [#parsed(String, Function)].
    public <T> List<T> parsedAll(String key, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (Item item : items(key)) {
            if (item.node() instanceof Node.Scalar(int line, String text, boolean nothing)
                    && !nothing) {
                parsed(line, item.name(), text, reader).ifPresent(values::add);
            } else {
                item.problem(this, "must be one text");
            }
        }
        return List.copyOf(values);
    }

    /// A section below this one.
    public Optional<Section> section(String key) {
        return node(key).flatMap(node -> below(new Item(name(key), node)));
    }

    /// A section below this one, empty if the key is not there.
    public Section sectionOrEmpty(String key) {
        return section(key).orElseGet(() -> at(name(key), new Node.Keys(line(key), Map.of())));
    }

    /// A list of sections; one alone counts as a list of one.
    public List<Section> sections(String key) {
        return items(key).stream().flatMap(item -> below(item).stream()).toList();
    }

    /// A list of sections, in which a text alone stands for a section with that text under one key:
    /// `[post]` is `[{ id: post }]`.
    public List<Section> sections(String key, String loneKey) {
        return items(key).stream()
                .map(item ->
                        item.node() instanceof Node.Scalar lone && !lone.nothing()
                                ? new Item(
                                        item.name(),
                                        new Node.Keys(lone.line(), Map.of(loneKey, lone)))
                                : item)
                .flatMap(item -> below(item).stream())
                .toList();
    }

    private Optional<Section> below(Item item) {
        if (item.node() instanceof Node.Keys below) {
            return Optional.of(at(item.name(), below));
        }
        item.problem(this, "must hold keys of its own");
        return Optional.empty();
    }

    private Section at(String name, Node.Keys below) {
        return new Section(file, name, folder, below, problems);
    }

    private List<Item> items(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Items(_, List<Node> nodes))) {
            return List.of(new Item(name(key), node.get()));
        }
        List<Item> items = new ArrayList<>();
        for (Node item : nodes) {
            items.add(new Item(name(key) + "[" + items.size() + "]", item));
        }
        return items;
    }

    /// A value and its full key.
    private record Item(String name, Node node) {
        void problem(Section section, String what) {
            section.problems.add(new Problem(section.file, node.line(), name, what));
        }
    }

    /// Notes every key that nobody has read. To be called when all readers are done.
    public void finish() {
        for (String key : keys.keys().keySet()) {
            if (!read.contains(key)) {
                String known = read.isEmpty() ? "" : ": known are " + String.join(", ", read);
                problems.add(
                        new Problem(
                                file,
                                line(key),
                                name(Problem.shown(key)),
                                "is not a key known here" + known));
            }
        }
    }

    /// All keys as plain values, to be kept; read again with [#of]. Every value is a text. Where
    /// relative paths are meant against a folder, that stands under [#FOLDER].
    public Json settings() {
        read.addAll(keys.keys().keySet());
        Map<String, Json> members = new LinkedHashMap<>(keys.json().members());
        folder.ifPresent(absolute -> members.put(FOLDER, Json.of(absolute.toString())));
        return new Json.Members(members);
    }

    private Optional<Node> node(String key) {
        read.add(key);
        return has(key) ? Optional.ofNullable(keys.keys().get(key)) : Optional.empty();
    }

    private String name(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}

package org.quietbell;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;

/// The requirements (R…) and faults (F…) that the project answers to, the tests that prove them,
/// and the table of both for `docs/requirements.md`.
final class Requirements {
    /// One requirement.
    ///
    /// @param title our own short title for it
    /// @param notApplicable why it does not apply to this program; empty: it does
    /// @param open which part of it no test shows yet; empty: none that we know of
    private record Row(String title, String notApplicable, String open) {}

    private static final String NOT_APPLICABLE = "not applicable: ";
    private static final String OPEN = "open: ";

    private final SequencedMap<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> tests = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Requirements() {}

    /// The table of `requirements.tsv` beside this class: number, title, and perhaps `not
    /// applicable: ` with the reason or `open: ` with the part that no test shows, parted by tabs.
    static Requirements read() {
        Requirements requirements = new Requirements();
        try (InputStream file =
                        Objects.requireNonNull(
                                Requirements.class.getResourceAsStream("requirements.tsv"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().forEach(requirements::addRow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return requirements;
    }

    private void addRow(String line) {
        String[] cells = line.split("\t", -1);
        String more = cells.length > 2 ? cells[2] : "";
        if (!more.isEmpty() && !more.startsWith(NOT_APPLICABLE) && !more.startsWith(OPEN)) {
            throw new IllegalStateException("requirements.tsv: " + cells[0] + ": " + more);
        }
        rows.put(cells[0], new Row(cells[1], after(NOT_APPLICABLE, more), after(OPEN, more)));
    }

    private static String after(String start, String text) {
        return text.startsWith(start) ? text.substring(start.length()) : "";
    }

    /// Adds what the compiled tests below the folder say they prove, but for the examples inside
    /// [RequirementsTest]. A disabled test proves nothing.
    void addTests(Path classes) {
        for (JavaClass type : new ClassFileImporter().importPath(classes)) {
            if (!type.getName().startsWith(RequirementsTest.class.getName())) {
                addMarks(type);
            }
        }
    }

    /// Adds what one test class says it proves.
    void addMarks(JavaClass type) {
        if (type.isAnnotatedWith(Disabled.class)) {
            return;
        }
        type.tryGetAnnotationOfType(Covers.class)
                .ifPresent(mark -> add(mark, type.getSimpleName()));
        for (JavaMethod method : type.getMethods()) {
            String name = type.getSimpleName() + "." + method.getName();
            if (method.isAnnotatedWith(Covers.class)
                    && !method.isMetaAnnotatedWith(Testable.class)) {
                problems.add(name + ": is no test and proves nothing");
            } else if (!method.isAnnotatedWith(Disabled.class)) {
                method.tryGetAnnotationOfType(Covers.class).ifPresent(mark -> add(mark, name));
            }
        }
    }

    private void add(Covers mark, String test) {
        for (String number : mark.value()) {
            Row row = rows.get(number);
            if (row == null) {
                problems.add(test + ": covers " + number + ", which is no requirement");
            } else if (!row.notApplicable().isEmpty()) {
                problems.add(test + ": covers " + number + ", which is called not applicable");
            } else {
                tests.computeIfAbsent(number, _ -> new TreeSet<>()).add(test);
            }
        }
    }

    /// Marks that name no requirement, or one that is called not applicable.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// The numbers in the order of the table.
    List<String> numbers() {
        return List.copyOf(rows.keySet());
    }

    /// The whole page, in Markdown.
    String page() {
        long notApplicable =
                rows.values().stream().filter(row -> !row.notApplicable().isEmpty()).count();
        StringBuilder page = new StringBuilder();
        page.append(
                """
                # Requirements and the tests that prove them

                Written by `RequirementsTest` from the `@Covers` marks of the tests; do not edit. R numbers are
                what keeps a person safe, F numbers are what the program must survive. A test named here proves
                what its name says; the part that no test shows is named after *still open*.

                | | all | covered | in part | not yet | not applicable |
                |---|--:|--:|--:|--:|--:|
                """);
        page.append(counts("R")).append(counts("F"));
        page.append(
                "\nIn all: %d of %d covered, %d of these in part; %d not applicable.\n"
                        .formatted(tests.size(), rows.size(), inPart(""), notApplicable));
        page.append("\n| | what | tests |\n|---|---|---|\n");
        rows.forEach((number, row) ->
                page.append(
                        "| %s | %s | %s |\n".formatted(number, row.title(), proof(number, row))));
        return page.toString();
    }

    private String counts(String letter) {
        List<String> numbers = rows.keySet().stream().filter(n -> n.startsWith(letter)).toList();
        long covered = numbers.stream().filter(tests::containsKey).count();
        long notApplicable =
                numbers.stream()
                        .filter(n -> !Objects.requireNonNull(rows.get(n)).notApplicable().isEmpty())
                        .count();
        return "| %s | %d | %d | %d | %d | %d |\n"
                .formatted(
                        letter,
                        numbers.size(),
                        covered - inPart(letter),
                        inPart(letter),
                        numbers.size() - covered - notApplicable,
                        notApplicable);
    }

    private long inPart(String letter) {
        return tests.keySet().stream()
                .filter(number -> number.startsWith(letter))
                .filter(number -> !Objects.requireNonNull(rows.get(number)).open().isEmpty())
                .count();
    }

    private String proof(String number, Row row) {
        if (!row.notApplicable().isEmpty()) {
            return "not applicable: " + row.notApplicable();
        }
        SortedSet<String> names = tests.get(number);
        if (names == null) {
            return "not yet";
        }
        String shown = "`" + String.join("`, `", names) + "`";
        return row.open().isEmpty() ? shown : shown + "; *still open:* " + row.open();
    }
}

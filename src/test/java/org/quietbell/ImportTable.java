package org.quietbell;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Which package may import which: the one place where the direction of the flow is written down. A
/// change here goes with a decision record.
final class ImportTable {
    /// What every package may import. These import nothing of ours.
    private static final Set<String> COMMON = Set.of("json", "words");

    private static final String STAGES =
            "watch source match hit notice channel evidence action people";

    /// A package, then what it may import besides [#COMMON]. Each row names rows above it only, so
    /// the table cannot hold a ring.
    private static final String TABLE =
            """
            json      |
            words     |
            config    |
            http      | config
            vault     | config
            watch     |
            stamp     | http config
            paper     |
            source    | watch http config
            match     | watch source
            hit       | watch source match
            notice    | watch match hit
            channel   | notice http config
            evidence  | watch source match hit paper
            action    | watch hit evidence
            people    | watch vault
            settings  | watch source match notice channel config
            pipeline  | %1$s http config
            store     | %1$s vault config http
            web       | %1$s pipeline vault config http
            app       | %1$s stamp settings pipeline store web vault config http
            """
                    .formatted(STAGES);

    private ImportTable() {}

    /// Each package with all that it may import of ours, itself included, in the order of the flow.
    ///
    /// @throws IllegalStateException if a row names a package that does not stand above it
    static SequencedMap<String, SequencedSet<String>> rows() {
        SequencedMap<String, SequencedSet<String>> rows = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> addRow(line, rows));
        return rows;
    }

    private static void addRow(String line, Map<String, SequencedSet<String>> rows) {
        String[] cells = line.split("\\|", 2);
        String name = cells[0].strip();
        SequencedSet<String> imports = new LinkedHashSet<>();
        for (String other : cells[1].strip().split(" ", -1)) {
            if (!other.isEmpty() && !rows.containsKey(other)) {
                throw new IllegalStateException(
                        name + ": imports " + other + ", which does not stand above it");
            }
            imports.add(other);
        }
        if (!COMMON.contains(name)) {
            imports.addAll(COMMON);
        }
        imports.remove("");
        imports.add(name);
        rows.put(name, imports);
    }
}

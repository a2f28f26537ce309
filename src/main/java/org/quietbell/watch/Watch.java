package org.quietbell.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What one person asked to have looked for.
///
/// @param id unique in the installation
/// @param caseId whose it is: all of it is sealed under that case's key
/// @param name the full name as she writes it, never blank
/// @param aliases other full names she goes by
/// @param handles her account names
/// @param context words that make it likelier to be her: a town, a school, an employer
/// @param exclude words that make it likelier to be somebody else
/// @param former names kept apart: looked for only when chosen, never shown unless chosen (R6.7)
/// @param without ways to write a name otherwise that she does not want looked out for
/// @param details used only to recognise a page that posts them
public record Watch(
        WatchId id,
        CaseId caseId,
        String name,
        List<String> aliases,
        List<Handle> handles,
        List<String> context,
        List<String> exclude,
        List<String> former,
        Set<Variant> without,
        Details details) {
    /// @throws IllegalArgumentException if the name is blank
    public Watch {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: must not be blank");
        }
        aliases = List.copyOf(aliases);
        handles = List.copyOf(handles);
        context = List.copyOf(context);
        exclude = List.copyOf(exclude);
        former = List.copyOf(former);
        without = Set.copyOf(without);
    }

    /// With every way to write a name looked out for.
    public Watch(
            WatchId id,
            CaseId caseId,
            String name,
            List<String> aliases,
            List<Handle> handles,
            List<String> context,
            List<String> exclude,
            List<String> former,
            Details details) {
        this(id, caseId, name, aliases, handles, context, exclude, former, Set.of(), details);
    }

    /// The same watch with these ways switched off and no others.
    public Watch without(Set<Variant> off) {
        return new Watch(
                id, caseId, name, aliases, handles, context, exclude, former, off, details);
    }

    /// The terms that are looked for, each of which is one question to a search source: the name,
    /// the aliases, the handles, in that order and without repeats. Former names are not among
    /// them.
    public List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        queries.add(new Query.Phrase(name));
        aliases.forEach(alias -> queries.add(new Query.Phrase(alias)));
        handles.forEach(handle -> queries.add(new Query.Account(handle)));
        return queries.stream().distinct().toList();
    }
}

package org.quietbell.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.quietbell.action.Report;
import org.quietbell.action.ReportId;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;

/// The records and requests of those for whom it looks. What belongs to a case that is closed, or
/// to none, is not found here.
record Binders(Inside inside) {
    private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

    /// An entry and whose it is.
    record Found(CaseId caseId, Entry entry) {}

    /// Whose records there are.
    List<CaseId> cases() {
        return inside.cases().all().stream()
                .filter(WatchedCase::active)
                .map(WatchedCase::id)
                .toList();
    }

    /// The record that a page is about: the one of that number, or the first.
    ///
    /// @param number from 1, as in an address
    Optional<CaseId> chosen(String number) {
        List<CaseId> cases = cases();
        int index = number.matches("[1-9]") ? Integer.parseInt(number) - 1 : 0;
        return index < cases.size() ? Optional.of(cases.get(index)) : Optional.empty();
    }

    Optional<Found> entry(String id) {
        return cases().stream()
                .filter(_ -> ID.matcher(id).matches())
                .flatMap(caseId ->
                        inside.record().log().find(caseId, new EntryId(id)).stream()
                                .map(entry -> new Found(caseId, entry)))
                .findFirst();
    }

    /// The entry of an item that is in the record.
    Optional<Found> entryOf(HitId hit) {
        return inside.record().log().entryOf(hit).flatMap(entry -> entry(entry.id().value()));
    }

    Optional<Report> report(String id) {
        return Optional.of(id)
                .filter(ID.asMatchPredicate())
                .flatMap(name -> inside.record().reports().find(new ReportId(name)))
                .filter(report -> cases().contains(report.caseId()));
    }

    /// The requests about an item.
    List<Report> reportsAbout(CaseId caseId, HitId hit) {
        Predicate<Report> about = report -> report.hits().contains(hit);
        return inside.record().reports().of(caseId).stream().filter(about).toList();
    }

    /// Whether an entry says just these things: then a form was sent twice.
    static boolean saysThe(Entry entry, Map<String, String> said) {
        return said.entrySet().stream()
                        .allMatch(
                                one -> entry.text(one.getKey()).equals(Optional.of(one.getValue())))
                && entry.digests().keySet().stream()
                        .allMatch(name -> name.equals("by") || said.containsKey(name));
    }
}

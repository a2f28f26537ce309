package org.quietbell.action;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.hit.HitId;

/// An event as texts by name: names of lower-case letters and hyphens, texts that are not empty,
/// moments as ISO 8601 in UTC, ids with a space between. So it can be an entry of a log.
///
/// What a person wrote stands in [#WRITTEN] only; those fields can be erased, and the event is read
/// all the same.
public final class ReportFields {
    /// Those that hold words of a person.
    public static final List<String> WRITTEN = List.of("reference", "to", "words");

    private static final String REPORT = "report";
    private static final String EVENT = "event";
    private static final String AT = "noted-at";
    private static final String ROUTE = "route";
    private static final String HITS = "hits";
    private static final String YOUNG = "under-18";
    private static final String SENT_AT = "sent-at";
    private static final String RECEIVED_AT = "received-at";
    private static final String TO = "to";
    private static final String REFERENCE = "reference";
    private static final String WORDS = "words";
    private static final String OUTCOME = "outcome";
    private static final String HIT = "hit";
    private static final String LAST_SEEN = "last-seen-at";
    private static final String SINCE = "listed-since";

    private ReportFields() {}

    /// The word for what happened, e.g. `sent`.
    public static String word(ReportEvent event) {
        return switch (event) {
            case Prepared _ -> "prepared";
            case Sent _ -> "sent";
            case Answered _ -> "answered";
            case Ended _ -> "ended";
            case Unlisted _ -> "unlisted";
            case Back _ -> "back";
        };
    }

    /// Writes an event.
    public static NavigableMap<String, String> of(ReportEvent event) {
        NavigableMap<String, String> fields = new TreeMap<>();
        fields.put(REPORT, event.report().value());
        fields.put(EVENT, word(event));
        fields.put(AT, event.at().toString());
        switch (event) {
            case Prepared prepared -> {
                fields.put(ROUTE, prepared.route());
                fields.put(YOUNG, prepared.young() ? "yes" : "no");
                fields.put(
                        HITS,
                        prepared.hits().stream()
                                .map(HitId::value)
                                .collect(Collectors.joining(" ")));
            }
            case Sent sent -> {
                fields.put(SENT_AT, sent.sent().toString());
                sent.received().ifPresent(got -> fields.put(RECEIVED_AT, got.toString()));
                putWritten(fields, TO, sent.to());
                putWritten(fields, REFERENCE, sent.reference());
            }
            case Answered answered -> putWritten(fields, WORDS, answered.words());
            case Ended ended -> {
                fields.put(OUTCOME, ended.outcome().word());
                putWritten(fields, WORDS, ended.words());
            }
            case Unlisted unlisted -> {
                fields.put(HIT, unlisted.hit().value());
                fields.put(LAST_SEEN, unlisted.lastSeen().toString());
            }
            case Back back -> {
                fields.put(HIT, back.hit().value());
                fields.put(SINCE, back.since().toString());
            }
        }
        return fields;
    }

    /// Reads what [#of] wrote; empty if it is no event that this version knows.
    public static Optional<ReportEvent> event(Map<String, String> fields) {
        try {
            return read(new Reading(fields));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty(); // another program's entry, or a later version's
        }
    }

    private static Optional<ReportEvent> read(Reading fields) {
        ReportId report = new ReportId(fields.needed(REPORT));
        Instant at = fields.moment(AT);
        return switch (fields.needed(EVENT)) {
            case "prepared" ->
                    Optional.of(
                            new Prepared(
                                    report,
                                    at,
                                    fields.needed(ROUTE),
                                    Arrays.stream(fields.needed(HITS).split(" ", -1))
                                            .map(HitId::new)
                                            .toList(),
                                    // what was erased is taken for the more careful of the two
                                    !fields.written(YOUNG).equals("no")));
            case "sent" ->
                    Optional.of(
                            new Sent(
                                    report,
                                    at,
                                    fields.moment(SENT_AT),
                                    fields.moments(RECEIVED_AT),
                                    fields.written(TO),
                                    fields.written(REFERENCE)));
            case "answered" -> Optional.of(new Answered(report, at, fields.written(WORDS)));
            case "ended" ->
                    Optional.of(
                            new Ended(
                                    report,
                                    at,
                                    Outcome.of(fields.needed(OUTCOME)).orElse(Outcome.OTHER),
                                    fields.written(WORDS)));
            case "unlisted" ->
                    Optional.of(
                            new Unlisted(
                                    report,
                                    at,
                                    new HitId(fields.needed(HIT)),
                                    fields.moment(LAST_SEEN)));
            case "back" ->
                    Optional.of(
                            new Back(
                                    report,
                                    at,
                                    new HitId(fields.needed(HIT)),
                                    fields.moment(SINCE)));
            default -> Optional.empty();
        };
    }

    private static void putWritten(NavigableMap<String, String> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    /// Takes texts out by name.
    private record Reading(Map<String, String> fields) {
        String needed(String name) {
            String text = written(name);
            if (text.isEmpty()) {
                throw new IllegalArgumentException(name + ": is missing");
            }
            return text;
        }

        String written(String name) {
            return fields.getOrDefault(name, "");
        }

        Instant moment(String name) {
            return Instant.parse(needed(name));
        }

        Optional<Instant> moments(String name) {
            return Optional.ofNullable(fields.get(name)).map(Instant::parse);
        }
    }
}

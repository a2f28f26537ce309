package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.watch.CaseId;

/// A notice log in memory that means the same as the store's: `SameNoticeLogIT` drives both. For
/// one thread.
public final class MemoryNoticeLog implements NoticeLog {
    private static final Duration SLOW = Duration.ofHours(1);
    private static final Comparator<Letter> ORDER =
            Comparator.comparing((Letter letter) -> letter.notice.at())
                    .thenComparing(letter -> letter.notice.id().value())
                    .thenComparing(letter -> letter.words.channel().value());

    private final Map<HitId, Entry> hits = new LinkedHashMap<>();
    private final Map<String, Kept> notices = new TreeMap<>();
    private final Map<String, List<Letter>> letters = new HashMap<>();
    private final Set<Letter> open = new TreeSet<>(ORDER);
    private final Map<RecipientId, TreeMap<Integer, Entry>> owed = new HashMap<>();
    private final Map<Who, Instant> tellings = new HashMap<>();
    private final Map<HitId, Map<RecipientId, HeldRow>> held = new HashMap<>();
    private final Map<HitId, Map<String, Boolean>> told = new HashMap<>();

    /// A hit and whose it is.
    private record Entry(int number, CaseId caseId, Owed hit, Set<Matter> matters) {}

    private record Who(CaseId caseId, RecipientId recipient) {}

    private record HeldRow(Cause cause, Optional<Instant> until, Optional<Cause> missed) {}

    private static final class Kept {
        final Notice notice;
        boolean stands = true;

        Kept(Notice notice) {
            this.notice = notice;
        }
    }

    private static final class Letter {
        final Notice notice;
        final Notice.Letter words;
        String state = "pending";
        int attempts;
        Optional<Instant> next = Optional.empty();
        Instant leaseUntil = Instant.MIN;
        Optional<Instant> delivered = Optional.empty();
        Optional<String> fault = Optional.empty();

        Letter(Notice notice, Notice.Letter words) {
            this.notice = notice;
            this.words = words;
        }
    }

    /// Adds a hit that may be told.
    public void add(CaseId caseId, Owed hit) {
        add(caseId, hit, Set.of());
    }

    /// Adds a hit that may be told, and says more than a name.
    public void add(CaseId caseId, Owed hit, Set<Matter> matters) {
        Entry entry = new Entry(hits.size(), caseId, hit, matters);
        hits.put(hit.hit(), entry);
        owed.values().forEach(to -> to.put(entry.number(), entry));
    }

    /// That hit.
    public Optional<Owed> hit(HitId id) {
        return Optional.ofNullable(hits.get(id)).map(Entry::hit);
    }

    /// What that hit says beyond a name.
    public Set<Matter> matters(HitId id) {
        return there(hits.get(id)).matters();
    }

    /// What happens when a process that was ended starts again.
    public void recover() {
        for (Letter letter : open) {
            if (letter.state.equals("sending")) {
                letter.state = "pending";
            }
        }
    }

    private boolean isTold(HitId hit, RecipientId recipient) {
        return told.getOrDefault(hit, Map.of()).entrySet().stream()
                .anyMatch(entry -> entry.getValue() && to(entry.getKey()).equals(recipient));
    }

    private RecipientId to(String notice) {
        return there(notices.get(notice)).notice.recipient();
    }

    @Override
    public List<Owed> owed(CaseId caseId, RecipientId recipient, Band band) {
        return owedTo(recipient).values().stream()
                .filter(entry -> entry.caseId().equals(caseId))
                .map(Entry::hit)
                .filter(hit -> hit.band().isAtLeast(band))
                .map(hit ->
                        new Owed(
                                hit.hit(),
                                hit.watch(),
                                hit.source(),
                                hit.band(),
                                hit.firstSeen(),
                                hit.group(),
                                heldRow(hit.hit(), recipient).flatMap(HeldRow::missed)))
                .toList();
    }

    @Override
    public List<Owed> owedAtOnce(
            CaseId caseId, RecipientId recipient, Band band, Set<Matter> matters) {
        return owed(caseId, recipient, band).stream()
                .filter(hit -> saysOneOf(hit.hit(), matters))
                .toList();
    }

    private boolean saysOneOf(HitId hit, Set<Matter> matters) {
        return there(hits.get(hit)).matters().stream().anyMatch(matters::contains);
    }

    private NavigableMap<Integer, Entry> owedTo(RecipientId recipient) {
        return owed.computeIfAbsent(
                recipient,
                _ -> {
                    TreeMap<Integer, Entry> all = new TreeMap<>();
                    hits.values().forEach(entry -> all.put(entry.number(), entry));
                    return all;
                });
    }

    private Optional<HeldRow> heldRow(HitId hit, RecipientId recipient) {
        return Optional.ofNullable(held.getOrDefault(hit, Map.of()).get(recipient));
    }

    @Override
    public int owedCount() {
        return (int)
                owedTo(RecipientId.SELF).values().stream()
                        .filter(entry -> entry.hit().band().isAtLeast(Band.LIKELY))
                        .count();
    }

    @Override
    public List<Instant> noticesSince(CaseId caseId, RecipientId recipient, Instant since) {
        return noticesSince(caseId, recipient, since, _ -> true);
    }

    @Override
    public List<Instant> atOnceSince(CaseId caseId, RecipientId recipient, Instant since) {
        return noticesSince(caseId, recipient, since, Notice::atOnce);
    }

    private List<Instant> noticesSince(
            CaseId caseId, RecipientId recipient, Instant since, Predicate<Notice> which) {
        return notices.values().stream()
                .filter(kept -> kept.stands)
                .filter(kept -> kept.notice.caseId().equals(caseId))
                .filter(kept -> kept.notice.recipient().equals(recipient))
                .filter(kept -> which.test(kept.notice))
                .map(kept -> counts(kept.notice))
                .filter(at -> at.isAfter(since))
                .sorted()
                .toList();
    }

    private Instant counts(Notice notice) {
        return lettersOf(notice.id())
                .flatMap(letter -> letter.delivered.stream())
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(notice.at().plus(SLOW)))
                .orElse(notice.at());
    }

    private Stream<Letter> lettersOf(NoticeId notice) {
        return letters.getOrDefault(notice.value(), List.of()).stream();
    }

    @Override
    public Set<String> occasionsTold(CaseId caseId, RecipientId recipient) {
        return notices.values().stream()
                .filter(kept -> kept.stands)
                .filter(kept -> kept.notice.caseId().equals(caseId))
                .filter(kept -> kept.notice.recipient().equals(recipient))
                .flatMap(kept -> kept.notice.occasions().stream())
                .map(Occasion::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient) {
        return Optional.ofNullable(tellings.get(new Who(caseId, recipient)));
    }

    @Override
    public void keep(CaseId caseId, RecipientId recipient, Instant at, Decision decision) {
        tellings.put(new Who(caseId, recipient), at);
        keepAtOnce(caseId, recipient, decision);
    }

    @Override
    public void keepAtOnce(CaseId caseId, RecipientId recipient, Decision decision) {
        decision.notice().filter(n -> !notices.containsKey(n.id().value())).ifPresent(this::keep);
        for (Decision.Held group : decision.held()) {
            for (HitId hit : group.hits()) {
                Optional<Cause> before = heldRow(hit, recipient).flatMap(HeldRow::missed);
                boolean stays = !group.missed() || before.filter(Cause::isOfPause).isPresent();
                Optional<Cause> missed = stays ? before : Optional.of(group.cause());
                held.computeIfAbsent(hit, _ -> new LinkedHashMap<>())
                        .put(recipient, new HeldRow(group.cause(), group.until(), missed));
            }
        }
    }

    private void keep(Notice notice) {
        notices.put(notice.id().value(), new Kept(notice));
        for (Notice.Letter letter : notice.letters()) {
            Letter row = new Letter(notice, letter);
            letters.computeIfAbsent(notice.id().value(), _ -> new ArrayList<>()).add(row);
            open.add(row);
        }
        for (HitId hit : notice.hits()) {
            held.getOrDefault(hit, new HashMap<>())
                    .computeIfPresent(
                            notice.recipient(), (_, row) -> row.missed().isPresent() ? row : null);
            owedTo(notice.recipient()).remove(there(hits.get(hit)).number());
            told.computeIfAbsent(hit, _ -> new TreeMap<>()).put(notice.id().value(), true);
        }
    }

    @Override
    public List<Outgoing> claim(Instant now, Duration lease, int most) {
        List<Letter> due =
                open.stream()
                        .filter(letter ->
                                switch (letter.state) {
                                    case "pending", "retry" ->
                                            letter.next.filter(now::isBefore).isEmpty();
                                    case "sending" -> !letter.leaseUntil.isAfter(now);
                                    default -> false;
                                })
                        .limit(most)
                        .toList();
        for (Letter letter : due) {
            letter.state = "sending";
            letter.leaseUntil = now.plus(lease);
        }
        return due.stream().map(MemoryNoticeLog::outgoing).toList();
    }

    private static Outgoing outgoing(Letter letter) {
        return new Outgoing(
                letter.notice.id(),
                letter.notice.caseId(),
                letter.notice.recipient(),
                letter.notice.at(),
                letter.words,
                letter.notice.hits().stream().sorted(Comparator.comparing(HitId::value)).toList(),
                letter.state,
                letter.attempts,
                letter.next,
                letter.fault,
                letter.notice.atOnce());
    }

    private Letter letter(Outgoing letter) {
        return lettersOf(letter.notice())
                .filter(row -> row.words.channel().equals(letter.letter().channel()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void delivered(Outgoing letter, Instant at) {
        Letter row = letter(letter);
        row.state = "delivered";
        row.attempts = letter.attempts() + 1;
        row.delivered = Optional.of(at);
        row.next = Optional.empty();
        open.remove(row);
    }

    @Override
    public void failed(Outgoing letter, Instant at, Optional<Instant> next, String fault) {
        Letter row = letter(letter);
        row.state = next.isPresent() ? "retry" : "dead";
        row.attempts = letter.attempts() + 1;
        row.next = next;
        row.fault = Optional.of(fault);
        settle(letter.notice());
    }

    @Override
    public void returned(Outgoing letter) {
        Letter row = letter(letter);
        if (row.state.equals("sending")) {
            row.state = letter.attempts() > 0 ? "retry" : "pending";
        }
    }

    @Override
    public void withdrawn(Outgoing letter, Instant at, String why) {
        Letter row = letter(letter);
        if (!row.state.equals("delivered")) {
            row.state = "withdrawn";
            row.next = Optional.empty();
            row.fault = Optional.of(why);
            open.remove(row);
        }
        settle(letter.notice());
    }

    private void settle(NoticeId notice) {
        boolean over =
                lettersOf(notice).allMatch(l -> List.of("withdrawn", "dead").contains(l.state));
        if (over && lettersOf(notice).anyMatch(letter -> letter.state.equals("withdrawn"))) {
            Kept kept = there(notices.get(notice.value()));
            kept.stands = false;
            for (HitId hit : kept.notice.hits()) {
                there(told.get(hit)).put(notice.value(), false);
                if (!isTold(hit, kept.notice.recipient())) {
                    Entry entry = there(hits.get(hit));
                    owedTo(kept.notice.recipient()).put(entry.number(), entry);
                }
            }
        }
    }

    @Override
    public List<Outgoing> outbox() {
        return open.stream().map(MemoryNoticeLog::outgoing).toList();
    }

    @Override
    public List<Told> told(HitId hit) {
        return told.getOrDefault(hit, Map.of()).entrySet().stream()
                .filter(Map.Entry::getValue)
                .flatMap(in -> there(letters.get(in.getKey())).stream())
                .sorted(ORDER)
                .filter(letter -> !letter.state.equals("withdrawn"))
                .map(letter ->
                        new Told(
                                letter.notice.recipient(),
                                letter.words.channel(),
                                letter.notice.id(),
                                letter.delivered,
                                letter.state))
                .toList();
    }

    @Override
    public List<HeldFor> held(HitId hit) {
        List<HeldFor> all = new ArrayList<>();
        held.getOrDefault(hit, Map.of())
                .forEach((recipient, row) -> {
                    if (!isTold(hit, recipient)) {
                        all.add(new HeldFor(recipient, row.cause(), row.until()));
                    }
                });
        Map<RecipientId, List<Told>> lines = new LinkedHashMap<>();
        told(hit)
                .forEach(line ->
                        lines.computeIfAbsent(line.recipient(), _ -> new ArrayList<>()).add(line));
        lines.forEach((recipient, to) -> {
            if (to.stream().allMatch(line -> line.state().equals("dead"))) {
                all.add(new HeldFor(recipient, Cause.DELIVERY_FAILED, Optional.empty()));
            }
        });
        return all;
    }

    @Override
    public Map<HitId, List<Told>> toldOf(List<HitId> ids) {
        Map<HitId, List<Told>> all = new LinkedHashMap<>();
        ids.forEach(id -> all.put(id, told(id)));
        return all;
    }

    /// What was put there before.
    private static <T> T there(@Nullable T kept) {
        return Objects.requireNonNull(kept);
    }
}

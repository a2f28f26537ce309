package org.quietbell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Fault;

/// The answers to the requests of one question, put together. For one thread.
final class Conversation {
    private final List<Answer.Found.Part> parts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Validators validators = Validators.NONE;
    private Answer.Aside aside = Answer.Aside.NOTHING;
    private int rank;

    /// Adds what one request brought; its findings are ranked after those before.
    void add(Answer.Found.Part part, Validators given, Answer.Aside said) {
        int before = rank;
        List<Finding> findings = new ArrayList<>(part.page().findings().size());
        for (Finding finding : part.page().findings()) {
            Finding ranked = before == 0 ? finding : finding.ranked(before + finding.rank());
            findings.add(ranked);
            rank = Math.max(rank, ranked.rank());
        }
        Page page = part.page();
        parts.add(
                new Answer.Found.Part(
                        new Page(
                                findings,
                                page.blind(),
                                page.skipped(),
                                page.remark(),
                                page.pace(),
                                page.ended()),
                        part.receipt()));
        validators = parts.size() == 1 ? given : Validators.NONE;
        // where it is was said by the first, how much it has left by the last
        aside =
                new Answer.Aside(
                        parts.size() == 1 ? said.whereabouts() : aside.whereabouts(), said.rests());
    }

    /// Something to say about the whole.
    void remark(String said) {
        remarks.add(said);
    }

    /// All of it.
    Answer found() {
        return found(Optional.empty());
    }

    /// All of it, if a later request came to nothing: what was found before stays found.
    Answer endedBy(Answer last) {
        boolean hasSome = parts.stream().anyMatch(part -> !part.page().findings().isEmpty());
        if (!hasSome) {
            return last;
        }
        return switch (last) {
            case Answer.Failed(Fault fault) -> found(Optional.of(fault.detail()));
            case Answer.RateLimited(_, Fault fault) -> found(Optional.of(fault.detail()));
            case Answer.Gone(Fault fault) -> found(Optional.of(fault.detail()));
            case Answer.Found _, Answer.Unchanged _ -> last; // only a first request brings these
        };
    }

    private Answer found(Optional<String> missing) {
        List<Finding> findings = new ArrayList<>();
        List<String> blind = new ArrayList<>();
        List<String> remarks = new ArrayList<>(this.remarks);
        int skipped = 0;
        FeedPace pace = FeedPace.NONE;
        for (Answer.Found.Part part : parts) {
            pace = pace.and(part.page().pace());
            findings.addAll(part.page().findings());
            part.page().blind().ifPresent(blind::add);
            part.page().remark().ifPresent(remarks::add);
            skipped += part.page().skipped();
        }
        missing.ifPresent(why -> blind.add("only a part could be asked for: " + why));
        return new Answer.Found(
                new Page(
                        findings,
                        joined(blind),
                        skipped,
                        joined(remarks),
                        pace,
                        parts.stream().anyMatch(part -> part.page().ended())),
                parts,
                validators,
                aside);
    }

    private static Optional<String> joined(List<String> sentences) {
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", sentences.stream().distinct().toList()));
    }
}

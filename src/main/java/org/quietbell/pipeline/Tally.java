package org.quietbell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Fault;
import org.quietbell.source.SourceId;

/// What a round came to, in numbers.
///
/// A source counts once, however many questions it was asked: as failed if any of them failed, as
/// unchanged if all were, else as ok.
///
/// @param asked sources that were asked
/// @param findings entries read
/// @param fresh hits kept for the first time
/// @param duplicate seen before
/// @param matched judged certain or likely, baseline included
/// @param faults what went wrong, in no order
/// @param remarks how answers had to be read, where not plainly
public record Tally(
        int asked,
        int ok,
        int unchanged,
        int failed,
        int findings,
        int fresh,
        int duplicate,
        int matched,
        List<SourceFault> faults,
        List<String> remarks) {
    /// Nothing asked.
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    public Tally {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /// What went wrong at one source.
    public record SourceFault(SourceId source, Fault fault) {}

    /// The first thing that went wrong.
    Optional<Fault> fault() {
        return faults.stream().findFirst().map(SourceFault::fault);
    }

    /// Both together.
    public Tally plus(Tally other) {
        List<SourceFault> all = new ArrayList<>(faults);
        all.addAll(other.faults);
        List<String> said = new ArrayList<>(remarks);
        said.addAll(other.remarks);
        return new Tally(
                asked + other.asked,
                ok + other.ok,
                unchanged + other.unchanged,
                failed + other.failed,
                findings + other.findings,
                fresh + other.fresh,
                duplicate + other.duplicate,
                matched + other.matched,
                all,
                said);
    }

    static Tally unchanged(boolean isUnchanged) {
        return new Tally(
                1, isUnchanged ? 0 : 1, isUnchanged ? 1 : 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    /// One source that failed.
    public static Tally failed(SourceId source, Fault fault) {
        return new Tally(
                1, 0, 0, 1, 0, 0, 0, 0, List.of(new SourceFault(source, fault)), List.of());
    }

    static Tally kept(
            int findings, int fresh, int duplicate, int matched, Optional<String> remark) {
        return new Tally(
                1,
                1,
                0,
                0,
                findings,
                fresh,
                duplicate,
                matched,
                List.of(),
                remark.stream().toList());
    }

    /// The same numbers, with all that was asked counted as one source.
    Tally asOneSource() {
        if (asked == 0) {
            return this;
        }
        boolean anyFailed = failed > 0;
        boolean allUnchanged = !anyFailed && unchanged == asked;
        return new Tally(
                1,
                anyFailed || allUnchanged ? 0 : 1,
                allUnchanged ? 1 : 0,
                anyFailed ? 1 : 0,
                findings,
                fresh,
                duplicate,
                matched,
                faults,
                remarks);
    }
}

package org.quietbell.match;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quietbell.source.Finding;

/// Findings of one KiB judged a second, on one thread. Run by `bench/match.sh`.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MatchingBenchmark {
    private static final int FINDINGS = 2_000;

    /// How many people are watched.
    @Param({"10", "100", "1000", "10000"})
    public int watches;

    /// Whether each text mentions one of them.
    @Param({"false", "true"})
    public boolean mention;

    private Matching matching = Matching.of(List.of());
    private List<Finding> findings = List.of();
    private int next;

    /// Counts bytes beside findings.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /// Characters of title, snippet and address; all are ASCII.
        public long bytes;
    }

    /// Makes people and texts of invented syllables, the same each time.
    @Setup
    public void prepare() {
        InventedPeople people = new InventedPeople(watches);
        matching = Matching.of(people.watches());
        findings = people.findings(FINDINGS, mention);
    }

    /// Judges one finding.
    @Benchmark
    public List<Match> judge(Volume volume) {
        Finding finding = findings.get(next);
        next = next + 1 == FINDINGS ? 0 : next + 1;
        volume.bytes +=
                finding.title().length() + finding.snippet().length() + finding.address().length();
        return matching.judge(finding);
    }
}

package org.quietbell.hit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Canonical addresses a second, on one thread, over our own labelled addresses of all kinds: more
/// redirectors and oddities than any feed has. Run by `bench/addresses.sh`.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AddressBenchmark {
    private List<String> addresses = List.of();
    private int next;

    /// Reads the addresses of the labelled pairs.
    @Setup
    public void read() {
        try (InputStream in =
                Objects.requireNonNull(
                        AddressBenchmark.class.getResourceAsStream("addresses-own.txt"))) {
            List<String> read = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(
                            line -> read.addAll(Arrays.asList(line.split("\t", -1)).subList(1, 3)));
            addresses = List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes one address canonical.
    @Benchmark
    public CanonicalAddress canonical() {
        String address = addresses.get(next);
        next = next + 1 < addresses.size() ? next + 1 : 0;
        return CanonicalRules.canonical(address);
    }
}

package org.quietbell.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quietbell.evidence.Head;
import org.quietbell.evidence.Verdict;
import org.quietbell.evidence.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence verify`: whether a log is as it was written, from its file alone.
@Command(
        name = "verify",
        description = {
            "Check whether an exported record is as it was written. Needs no store.",
            "Exit 1 if it is not."
        })
final class EvidenceVerifyCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The log: log.jsonl of an export.")
    String file = "";

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description =
                    "Where it ended, as it was noted apart: shows whether the end is cut off.")
    Optional<String> head = Optional.empty();

    @Option(
            names = "--left-out",
            paramLabel = "FILE",
            description = "What was left out by choice: left-out.txt of an export.")
    Optional<String> leftOut = Optional.empty();

    EvidenceVerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Verdict verdict = verdict(head.map(this::noted));
        EvidenceLines lines = new EvidenceLines(context.words(), context.zone());
        lines.verdict(verdict).forEach(context.terminal().answers()::println);
        return verdict instanceof Verdict.Whole ? Exit.DONE : Exit.FAILED;
    }

    private Head noted(String path) {
        return Head.of(text(path))
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                "evidence verify",
                                "the file of --head does not say where a log ends",
                                "give head.txt of an export"));
    }

    private String text(String path) {
        try {
            return new String(context.terminal().read(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Verdict verdict(Optional<Head> noted) {
        try (InputStream log = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return Verifier.check(
                    log,
                    noted,
                    leftOut.map(this::text)
                            .map(text -> text.lines().collect(Collectors.toSet()))
                            .orElse(Set.of()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Refusal unreadable(IOException e) {
        return new Refusal(
                Exit.FAILED, "evidence verify: the file cannot be read: check its path", e);
    }
}

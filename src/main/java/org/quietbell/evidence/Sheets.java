package org.quietbell.evidence;

import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quietbell.words.Words;

/// The plain sheets of a pack.
final class Sheets {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final List<String> METHOD = List.of("does", "does-not", "cannot-know");

    private final Export export;
    private final Words words;

    Sheets(Export export, Words words) {
        this.export = export;
        this.words = words;
    }

    private void say(Writer out, String key, Object... details) {
        Pack.line(out, words.say(key, details));
    }

    /// All sentences `key.1`, `key.2` and so on.
    private void all(Writer out, String key, String before) {
        for (int i = 1; words.keys().contains(key + "." + i); i++) {
            Pack.line(out, before + words.say(key + "." + i));
        }
    }

    void readme(Writer out) {
        all(out, "pack.readme", "");
        Pack.line(out, "");
        all(out, "pack.file", "- ");
        if (!export.leftOut().isEmpty()) {
            say(out, "pack.left-out", leftOut());
        }
        Pack.line(out, "");
        say(out, "pack.check.files");
        Pack.line(out, "  sha256sum -c " + Pack.MANIFEST);
        say(out, "pack.check.entries");
        Pack.line(
                out,
                "  quietbell evidence verify log.jsonl --head head.txt"
                        + (export.leftOut().isEmpty() ? "" : " --left-out left-out.txt"));
        say(out, "pack.check.by-hand");
        export.stamped().ifPresent(stamped -> stamp(out, stamped));
    }

    private void stamp(Writer out, Stamped stamped) {
        Pack.line(out, "");
        say(out, "pack.stamp", stamped.authority(), both(stamped.at()));
        say(out, "pack.check.stamp");
        Pack.line(
                out,
                "  openssl ts -verify -digest "
                        + export.head().hash()
                        + " -in "
                        + Pack.STAMP
                        + " -CAfile authority.pem");
        say(out, "pack.check.authority");
    }

    private String leftOut() {
        return export.leftOut().stream()
                .sorted()
                .map(one -> words.say("pack.left-out." + one.word()))
                .collect(Collectors.joining(", "));
    }

    void cover(Writer out) {
        Cover cover = export.cover();
        line(out, "whose", cover.whose());
        line(out, "by", cover.by());
        line(out, "recipient", cover.recipient());
        line(out, "purpose", cover.purpose());
        line(out, "made", both(cover.at()));
        line(out, "entries", String.valueOf(export.head().seq()));
        line(out, "program", cover.program());
        line(out, "head", export.head().text());
    }

    private void line(Writer out, String key, String text) {
        Pack.line(out, words.say("pack.cover." + key) + ": " + (text.isEmpty() ? "-" : text));
    }

    /// UTC and local time.
    private String both(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole + " (" + LOCAL.format(whole.atZone(export.cover().zone())) + ")";
    }

    void method(Writer out) {
        for (String part : METHOD) {
            say(out, "pack.method." + part);
            all(out, "pack.method." + part, "- ");
            Pack.line(out, "");
        }
    }

    void certificate(Writer out) {
        all(out, "pack.certificate", "\n");
    }

    void health(Writer out) {
        say(out, "pack.health");
        for (Health.Ran ran : export.health().ran()) {
            Pack.line(
                    out,
                    both(ran.from())
                            + " - "
                            + ran.to().map(this::both).orElse(words.say("pack.health.still")));
        }
        Pack.line(out, "");
        say(out, "pack.health.journal");
        for (Health.Line line : export.health().lines()) {
            Pack.line(
                    out,
                    line.at()
                            + " "
                            + line.what()
                            + line.details().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(detail -> " " + detail.getKey() + "=" + detail.getValue())
                                    .collect(Collectors.joining()));
        }
    }
}

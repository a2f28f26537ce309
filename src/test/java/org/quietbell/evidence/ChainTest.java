package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.evidence.Verdict.Broken;
import org.quietbell.evidence.Verdict.Flaw;
import org.quietbell.evidence.Verdict.Whole;

/// A log in which anything was touched no longer verifies, and what is broken first is named.
class ChainTest {
    private final FixtureLog log = new FixtureLog();

    private static Verdict check(List<String> lines) throws IOException {
        return check(lines, Optional.empty());
    }

    private static Verdict check(List<String> lines, Optional<Head> noted) throws IOException {
        return checked(text(lines).getBytes(StandardCharsets.UTF_8), noted);
    }

    private static Verdict checked(byte[] file, Optional<Head> noted) throws IOException {
        return Verifier.check(new ByteArrayInputStream(file), noted);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    @Test
    @Covers("R3.4")
    void verifiesAsItWasWritten() throws IOException {
        assertThat(check(log.lines(), Optional.of(log.head())))
                .isEqualTo(new Whole(Optional.of(log.head()), 0));
    }

    @Test
    void verifiesWithoutAnyEntry() throws IOException {
        assertThat(check(List.of())).isEqualTo(new Whole(Optional.empty(), 0));
    }

    @Test
    @Covers("R3.4")
    void findsEveryFieldThatWasChanged() throws IOException {
        for (int i = 0; i < log.entries().size(); i++) {
            Entry entry = log.entries().get(i);
            for (String name : entry.digests().keySet()) {
                List<String> lines = log.lines();
                lines.set(i, Lines.write(log.with(entry, name, "something else")));

                assertThat(check(lines))
                        .as("%s of entry %s", name, i + 1)
                        .isEqualTo(broken(i, new Flaw.FieldChanged(name)));
            }
        }
    }

    @Test
    @Covers("R3.4")
    void findsEveryByteThatWasChanged() throws IOException {
        byte[] whole = text(log.lines()).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < whole.length; i++) {
            byte[] touched = whole.clone();
            touched[i] = (byte) (touched[i] ^ (1 + random.nextInt(255)));

            int at = i;
            assertThat(checked(touched, Optional.of(log.head())))
                    .as("byte %s", i)
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken ->
                                    assertThat(broken.line())
                                            .isLessThanOrEqualTo(lineOf(whole, at) + 1));
        }
    }

    private static long lineOf(byte[] whole, int at) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += whole[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Test
    @Covers("R3.4")
    void findsEveryEntryThatWasTakenOut() throws IOException {
        for (int i = 0; i < log.lines().size() - 1; i++) {
            List<String> lines = log.lines();
            lines.remove(i);

            assertThat(check(lines)).isEqualTo(broken(i, i + 1, new Flaw.OutOfPlace()));
        }
    }

    @Test
    @Covers("R3.4")
    void findsEveryEntryThatWasMovedOrDoubled() throws IOException {
        for (int i = 0; i < log.lines().size() - 1; i++) {
            List<String> swapped = log.lines();
            Collections.swap(swapped, i, i + 1);
            assertThat(check(swapped)).isEqualTo(broken(i, i + 1, new Flaw.OutOfPlace()));

            List<String> doubled = log.lines();
            doubled.add(i + 1, doubled.get(i));
            assertThat(check(doubled)).isEqualTo(broken(i + 1, i, new Flaw.OutOfPlace()));
        }
    }

    @Test
    @Covers("R3.4")
    void findsAnEntryThatWasWrittenAnewWithAHashOfItsOwn() throws IOException {
        Chain forger = new Chain(new SecureRandom());
        Entry first = log.entries().getFirst();
        Entry made =
                forger.next(
                        Optional.of(first.head()),
                        Draft.of(Kind.NOTE, Optional.of(first.id()), Map.of("text", "I agreed.")),
                        first.at());
        List<String> lines = log.lines();
        lines.set(1, Lines.write(made));

        assertThat(check(lines)).isEqualTo(broken(2, new Flaw.OutOfPlace()));
    }

    @Test
    @Covers("R3.4")
    void doesNotBeginInTheMiddle() throws IOException {
        Chain forger = new Chain(new SecureRandom());
        Head nowhere = new Head("a".repeat(16), 6, Entry.NONE_BEFORE);
        Entry seventh =
                forger.next(
                        Optional.of(nowhere),
                        Draft.of(Kind.NOTE, Optional.empty(), Map.of("text", "x")),
                        log.entries().getFirst().at());

        assertThat(check(List.of(Lines.write(seventh))))
                .isEqualTo(new Broken(1, Optional.of(seventh.id()), new Flaw.OutOfPlace()));
    }

    @Test
    @Covers("R3.4")
    void findsALineThatSaysTheSameInAnotherForm() throws IOException {
        String line = log.lines().getFirst();
        int from = line.indexOf("\"address\":");
        int between = line.indexOf(",\"rank\":");
        int to = line.indexOf(",\"snippet\":");
        String swapped =
                line.substring(0, from)
                        + line.substring(between + 1, to)
                        + ","
                        + line.substring(from, between)
                        + line.substring(to);
        List<String> lines = log.lines();
        lines.set(0, swapped);

        assertThat(swapped).hasSameSizeAs(line).isNotEqualTo(line);
        assertThat(check(lines)).isEqualTo(new Broken(1, Optional.empty(), new Flaw.Unreadable()));
    }

    /// Made by `printf '%s\n%s\n%s' SALT NAME TEXT | sha256sum`.
    @Test
    @Covers("R3.4")
    void makesTheDigestOfAFieldAsCommonToolsDo() {
        assertThat(
                        Digests.ofField(
                                "title",
                                new Field("00112233445566778899aabbccddeeff", "Zoë “Maren”")))
                .isEqualTo("9deb9a7f3f9868de3e4b26e8dd53e7d8a4c04c6d0478a7cb43fcec366c994542");
    }

    @Test
    @Covers("R3.4")
    void findsAnEndThatWasCutOff() throws IOException {
        for (int length = 0; length < log.lines().size(); length++) {
            List<String> cut = new ArrayList<>(log.lines().subList(0, length));

            assertThat(check(cut, Optional.of(log.head())))
                    .isEqualTo(
                            new Broken(
                                    length + 1,
                                    Optional.empty(),
                                    new Flaw.CutShort(log.lines().size())));
        }
    }

    @Test
    void mayGoOnAfterTheEndThatWasNoted() throws IOException {
        Head early = log.entries().get(1).head();

        assertThat(check(log.lines(), Optional.of(early))).isInstanceOf(Whole.class);
    }

    @Test
    @Covers("R3.4")
    void isNotTakenForAnotherThatIsSoundInItself() throws IOException {
        FixtureLog other = new FixtureLog();

        assertThat(check(other.lines(), Optional.of(log.head())))
                .isEqualTo(
                        new Broken(log.lines().size() + 1, Optional.empty(), new Flaw.OtherEnd()));
    }

    @Test
    void doesNotGoOnWithTheEntriesOfAnother() throws IOException {
        List<String> lines = log.lines();
        lines.addAll(new FixtureLog().lines());

        assertThat(check(lines))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> {
                            assertThat(broken.line()).isEqualTo(log.lines().size() + 1);
                            assertThat(broken.flaw()).isEqualTo(new Flaw.OutOfPlace());
                        });
    }

    @Test
    @Covers("R3.4")
    void stillVerifiesWithoutErasedFieldsAndCountsThem() throws IOException {
        log.erase(0, "title", "snippet");

        assertThat(check(log.lines(), Optional.of(log.head())))
                .isEqualTo(new Whole(Optional.of(log.head()), 2));
        assertThat(text(log.lines())).doesNotContain("Somebody wrote");
        assertThat(log.entries().getFirst().text("title")).isEmpty();
    }

    @Test
    @Covers("R3.4")
    void namesAFieldThatIsGoneWithoutAWord() throws IOException {
        List<String> lines = log.lines();
        lines.set(1, Lines.write(log.entries().get(1).without(List.of("text"))));

        assertThat(check(lines)).isEqualTo(broken(1, new Flaw.FieldMissing("text")));
    }

    @Test
    void namesAFieldThatIsThereThoughItWasErased() throws IOException {
        Entry before = log.entries().getFirst();
        log.erase(0, "title");
        List<String> lines = log.lines();
        lines.set(0, Lines.write(before));

        assertThat(check(lines)).isEqualTo(broken(lines.size() - 1, new Flaw.FieldAdded("title")));
    }

    @Test
    void namesAFieldThatWasNeverWritten() throws IOException {
        List<String> lines = log.lines();
        lines.set(0, Lines.write(log.with(log.entries().getFirst(), "extra", "put in")));

        assertThat(check(lines)).isEqualTo(broken(0, new Flaw.FieldAdded("extra")));
    }

    @Test
    void doesNotEraseWhatSaysWhatWasErased() {
        log.erase(0, "title");

        assertThat(
                        Chain.erase(
                                log.entries().getLast(),
                                new TreeSet<>(List.of("fields", "reason")),
                                "mine"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "no JSON",
                "{\"fields\":{},\"hash\":\"\",\"record\":{}}",
                "{\"fields\":{},\"hash\":\"\",\"record\":{\"at\":\"yesterday\",\"seq\":1}}",
            })
    void saysSoOfALineThatIsNone(String line) throws IOException {
        assertThat(check(List.of(line)))
                .isEqualTo(new Broken(1, Optional.empty(), new Flaw.Unreadable()));
    }

    @Test
    void takesNoLineWithoutItsEnd() throws IOException {
        byte[] whole = text(log.lines()).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(checked(cut, Optional.empty()))
                .isEqualTo(new Broken(log.lines().size(), Optional.empty(), new Flaw.Unreadable()));
    }

    private Broken broken(int place, Flaw flaw) {
        return broken(place, place, flaw);
    }

    /// @param place from 0, in the file
    /// @param entry from 0, in the log: which of them stands there
    private Broken broken(int place, int entry, Flaw flaw) {
        return new Broken(place + 1L, Optional.of(log.entries().get(entry).id()), flaw);
    }
}

package org.quietbell.match;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Looks for the text that costs most to judge, and prints what it costs: `bench/worst.sh`.
///
/// Texts of 1 to 64 KiB are made of few pieces that are hard in different ways (beginnings of names
/// over and over, letters spaced out, signs, markup, other scripts, any characters), against 1,000
/// people and some whose names repeat themselves. What a text costs is the least of three times, so
/// that what else the machine does is not counted.
public final class WorstCase {
    private static final String[] PIECES = {
        "Anna ",
        "Anna",
        "A B C D ",
        "A.B-C_D ",
        "a",
        "1l",
        "M1ra ",
        "Mira van der ",
        "&amp;amp;",
        "<b>",
        "</b>",
        "<wbr>",
        "@",
        "anna.",
        "Anna, ",
        "and Anna & ",
        "ä",
        "الـ",
        "يوسف ",
        "美",
        "郭曉蘭",
        "가",
        "a\u0301",
        "Анна ",
        "Квельхорст ",
        "T e s t ",
        "m_i_r_a",
        "\u200b",
        "\n",
        "\t| ",
        "http://a.b/Anna?q=",
        "Quellhorst ",
        "Quellhorstt ",
        "al-",
        "O'",
        "ben Anna ",
        "Anna-",
        "٣",
        "😀",
        "\uD800"
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WorstCase() {}

    /// @param arguments how many texts (default 20,000), and a seed
    public static void main(String[] arguments) {
        int texts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextLong();
        Random random = new Random(seed);
        Matching matching = Matching.of(people());
        double worst = 0;
        double all = 0;
        for (int round = 0; round < texts; round++) {
            String text = text(random);
            Finding finding =
                    new Finding(
                            "",
                            text.substring(0, Math.min(200, text.length())),
                            text,
                            "https://a.example/" + round,
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            double each = least(matching, finding) / Math.max(1.0, text.length() / 1024.0);
            all += each;
            if (each > worst && round > texts / 20) { // the first warm the program up
                worst = each;
                System.out.printf(
                        Locale.ROOT,
                        "%.3f ms/KiB  %d characters, beginning %s%n",
                        each,
                        text.length(),
                        shown(text));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "worst of %d texts: %.3f ms/KiB, mean %.4f (seed %d)%n",
                texts,
                worst,
                all / texts,
                seed);
    }

    private static double least(Matching matching, Finding finding) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long began = THREADS.getCurrentThreadCpuTime();
            matching.judge(finding);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - began);
        }
        return least / 1e6;
    }

    private static String text(Random random) {
        int length = 1024 << random.nextInt(7);
        String[] pieces = new String[1 + random.nextInt(4)];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] =
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(0x11000))
                            : PIECES[random.nextInt(PIECES.length)];
        }
        StringBuilder text = new StringBuilder(length + 32);
        while (text.length() < length) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.substring(0, Math.min(24, text.length()))
                .chars()
                .forEach(c -> shown.append(c > 31 && c < 127 ? (char) c + "" : "\\" + c));
        return shown.toString();
    }

    private static List<Watch> people() {
        List<Watch> people = new ArrayList<>(new InventedPeople(1_000).watches());
        people.add(person("x1", "Anna Anna", List.of("Ana Anna Anne"), "anna"));
        people.add(person("x2", "A B C D", List.of(), "a.b"));
        people.add(person("x3", "Mira van der Quellhorst", List.of("Мира Квельхорст"), "mira_q"));
        people.add(person("x4", "Yusuf al-Tarnwicki", List.of("يوسف", "郭曉蘭", "백지현"), "1l1l"));
        return people;
    }

    private static Watch person(String id, String name, List<String> aliases, String handle) {
        return new Watch(
                new WatchId(id),
                new CaseId("c"),
                name,
                aliases,
                List.of(Handle.parse(handle)),
                List.of("Anna", "Fernhaven College"),
                List.of("and"),
                List.of("Maxime Quellhorst"),
                Details.none());
    }
}

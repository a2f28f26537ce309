package org.quietbell.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Any number of people made of syllables, and texts of everyday words about them or about nothing.
/// The same for the same number.
final class InventedPeople {
    private static final String[] GIVEN =
            ("Mira Tobias Ruth Helen Oskar Ingrid Priya Daniel Laura Michael Nadia Yusuf Elena Pavel"
                            + " Sofia Hugo Clara Simon Agnes Felix Marta Jonas Irene Victor Amelie"
                            + " Bruno Celia Dora Emil Freya Greta Henrik Ida Jakob Karin Lena Magnus"
                            + " Nora Otto Petra")
                    .split(" ", -1);
    private static final String[] BEGIN =
            "Quell Var Tarn Ekwe Hall Brack Skel Wyn Orm Thorn Vex Mar Kess Lang Dun Holl Cran Fenn Ash"
                    .split(" ", -1);
    private static final String[] MIDDLE = "a e i o u er en el in on".split(" ", -1);
    private static final String[] END =
            "horst holt wick lund orby enmoor gate dale sby ely ler chett ing water combe oway brook"
                    .split(" ", -1);
    private static final String[] WORDS =
            ("the of and to in a is that it was for on are with as his they be at one have this from"
                            + " or had by hot but some what there we can out other were all your when"
                            + " up use word how said an each she which do their time if will way"
                            + " about many then them would write like so these her long make thing"
                            + " see him two has look more day could go come did my sound no most"
                            + " number who over know water than call first people may down side been"
                            + " now find any new work part take get place made live where after back"
                            + " Council Library Saturday report meeting garden committee minutes"
                            + " chair street parish published local museum volunteers")
                    .split(" ", -1);

    private final Random random = new Random(7);
    private final List<Watch> watches = new ArrayList<>();

    InventedPeople(int number) {
        for (int i = 0; i < number; i++) {
            watches.add(watch(i));
        }
    }

    List<Watch> watches() {
        return watches;
    }

    private Watch watch(int number) {
        String name =
                any(GIVEN) + (random.nextInt(4) == 0 ? " " + any(GIVEN) : "") + " " + surname();
        List<String> context =
                random.nextBoolean()
                        ? List.of()
                        : List.of(any(BEGIN) + "haven", any(BEGIN) + any(END) + " School");
        return new Watch(
                new WatchId("w" + number),
                new CaseId("c" + number),
                name,
                List.of(),
                List.of(Handle.parse("user_" + Integer.toHexString(random.nextInt()))),
                context,
                List.of(),
                List.of(),
                Details.none());
    }

    private String surname() {
        return any(BEGIN) + any(MIDDLE) + any(END);
    }

    /// Findings of about one KiB.
    ///
    /// @param mention whether each holds the name of one of the people
    List<Finding> findings(int number, boolean mention) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String text = text(mention);
            findings.add(
                    new Finding(
                            "",
                            text.substring(0, 60),
                            text.substring(60),
                            "https://news.example/2026/05/" + i + "/some-page.html",
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return findings;
    }

    private String text(boolean mention) {
        StringBuilder text = new StringBuilder();
        int at = 200 + random.nextInt(500);
        boolean told = !mention;
        while (text.length() < 960) {
            if (!told && text.length() > at) {
                text.append(watches.get(random.nextInt(watches.size())).name()).append(' ');
                told = true;
            }
            String word = any(WORDS);
            if (random.nextInt(12) == 0) {
                word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
            }
            int after = random.nextInt(20);
            text.append(word).append(after == 0 ? ". " : after == 1 ? ", " : " ");
        }
        return text.toString();
    }

    private String any(String[] of) {
        return of[random.nextInt(of.length)];
    }
}

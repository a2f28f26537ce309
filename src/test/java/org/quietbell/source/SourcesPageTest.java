package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// Keeps `docs/sources.md` true. On a developer's machine the page is written anew; where `CI` is
/// set, an outdated page fails the build.
class SourcesPageTest {
    private static final Path PAGE = Path.of("docs", "sources.md");

    @Test
    @Covers("R2.10")
    void thePageSaysWhatEachTypeCostsAndLearns() throws IOException {
        String page = page(Sources.types());

        String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (System.getenv("CI") == null && !written.equals(page)) {
            Files.writeString(PAGE, page);
            written = page;
        }

        assertThat(written)
                .as("docs/sources.md is outdated: run `mvn verify` and commit it")
                .isEqualTo(page);
    }

    @Test
    @Covers("R2.10")
    void noFieldOfTheTableIsEmpty() {
        for (Type type : Sources.types()) {
            Disclosure told = type.disclosure();

            assertThat(
                            new String[] {
                                told.price(),
                                told.account(),
                                told.card(),
                                told.bill(),
                                told.mails(),
                                told.keeps(),
                                told.runs(),
                                told.learns()
                            })
                    .as(type.name())
                    .allMatch(phrase -> !phrase.isBlank() && !phrase.contains("|"));
        }
    }

    private static String page(Collection<Type> types) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Places to look

                        Written by a test from the table in code; change it there. What is marked as not
                        known or unverified was not seen in the service's own words.

                        A place marked **itself a place** is one where items live. It is never chosen
                        beforehand, needs a second yes, and is asked only through its search, listing or
                        feed: no page, thread, profile or picture there is opened.
                        """);
        for (Type type : types) {
            Disclosure told = type.disclosure();
            page.append("\n## ").append(type.name()).append("\n\n");
            row(page, "", "");
            row(page, "---", "---");
            row(page, "Itself a place", type.isPlace() ? "**itself a place**" : "no");
            row(page, "Cost", told.cost().word() + ": " + told.price());
            row(page, "Account", told.account());
            row(page, "Card", told.card());
            row(page, "On the bill", told.bill());
            row(page, "Mail it sends", told.mails());
            row(page, "What it keeps", told.keeps());
            row(page, "Run by", told.runs());
            row(page, "What it learns", told.learns());
            row(page, "Needs", type.needs().isEmpty() ? "nothing" : needs(type));
            row(page, "Its limits", limits(type));
            row(
                    page,
                    "Asked",
                    "every "
                            + words(type.usualInterval())
                            + ", at most every "
                            + words(type.minimumInterval()));
            type.ends().ifPresent(day -> row(page, "Ends", "on " + day));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String needs(Type type) {
        return String.join(
                ", ",
                type.needs().stream()
                        .map(key -> "`" + key + (type.secrets().contains(key) ? "-file`" : "`"))
                        .toList());
    }

    private static String limits(Type type) {
        StringBuilder limits = new StringBuilder();
        if (!type.pace().equals(Pace.FREE)) {
            limits.append(type.pace().requests()).append(" in ").append(words(type.pace().per()));
        }
        for (Budget limit : type.limits()) {
            limits.append(limits.isEmpty() ? "" : ", ")
                    .append(limit.requests())
                    .append(" in ")
                    .append(words(limit.window()));
        }
        return limits.isEmpty() ? "none known" : limits.toString();
    }

    private static String words(java.time.Duration time) {
        if (time.toDays() > 0 && time.toHours() % 24 == 0) {
            return time.toDays() == 1 ? "day" : time.toDays() + " days";
        }
        if (time.toHours() > 0 && time.toMinutes() % 60 == 0) {
            return time.toHours() == 1 ? "hour" : time.toHours() + " hours";
        }
        if (time.toMinutes() > 0 && time.toSeconds() % 60 == 0) {
            return time.toMinutes() == 1 ? "minute" : time.toMinutes() + " minutes";
        }
        return time.toSeconds() == 1 ? "second" : time.toSeconds() + " seconds";
    }
}

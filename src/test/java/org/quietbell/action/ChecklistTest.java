package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.action.Checklist.Item;
import org.quietbell.action.Checklist.Line;
import org.quietbell.hit.HitId;

/// Saved enough to report?
class ChecklistTest {
    private static final Instant SEEN = Instant.parse("2027-03-01T12:00:00Z");
    private static final AskedPage PAGE =
            new AskedPage(new HitId("a"), Optional.of("https://forum.example/7"), SEEN);
    private static final AskedPage ERASED = new AskedPage(new HitId("b"), Optional.empty(), SEEN);

    private static List<Line> of(String route, boolean young, AskedPage... pages) {
        return Checklist.of(Routes.STANDARD.find(route).orElseThrow(), List.of(pages), young);
    }

    @Test
    @Covers("R4.3")
    void saysOfEachThingWorthHavingWhetherItIsSaved() {
        assertThat(of("site-form", false, PAGE))
                .containsExactly(
                        new Line(Item.ADDRESS, true),
                        new Line(Item.SITE, true),
                        new Line(Item.DAY, true),
                        new Line(Item.ACCOUNT, false));
        assertThat(of("site-form", false, PAGE, ERASED))
                .contains(new Line(Item.ADDRESS, false), new Line(Item.SITE, false));
        assertThat(of("netsafe", false, PAGE)).extracting(Line::item).doesNotContain(Item.ACCOUNT);
        assertThat(of("stopncii", false, PAGE)).isEmpty();
    }

    @Test
    @Covers("R3.12")
    void asksForNothingToBeSavedWhereSomebodyWasUnder18() {
        assertThat(of("police-ca", true, PAGE)).isEmpty();
        assertThat(of("ncmec-line", true, PAGE)).isEmpty();
        assertThat(of("police-ca", false, PAGE)).isNotEmpty();
    }
}

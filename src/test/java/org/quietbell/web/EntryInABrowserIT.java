package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Chromium;
import org.quietbell.Covers;
import org.quietbell.people.DeviceCodes;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// A code as a second step, in a real browser.
class EntryInABrowserIT {
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final OpenPages pages = new OpenPages();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Covers("F35")
    void isTurnedOnAndUsedByEverybodyInEveryLanguage(Language language) {
        pages.desk.speech = new Speech(Optional.of(language));
        boolean english = language == Language.EN;
        List<String> said = new ArrayList<>();
        String origin = pages.visitor.origin();
        try (Page page = chromium.page(true)) {
            page.navigate(origin + "/enter");
            page.fill("#passphrase", FakeDesk.PASSPHRASE);
            page.click("main button");
            page.navigate(origin + "/entry");
            said.addAll(look(page, english, "entry-0"));
            page.fill("form[action='/entry/step'] input[name=now]", FakeDesk.PASSPHRASE);
            page.click("form[action='/entry/step'] button");
            said.addAll(look(page, english, "entry-1-device"));
            Matcher secret = SECRET.matcher(page.content());
            assertThat(secret.find()).isTrue();
            page.fill("#f-code", DeviceCodes.of(secret.group(1), pages.desk.clock.instant()));
            page.click("form[action='/entry/step/right'] button");
            assertThat(page.locator(".codes li").count()).isEqualTo(10);
            said.addAll(look(page, english, "entry-2-spare"));
            String spare = page.locator(".codes li").first().innerText();

            page.navigate(origin + "/leave-no-trace"); // somewhere; the stay goes on
            page.context().clearCookies();
            page.navigate(origin + "/enter");
            page.fill("#passphrase", FakeDesk.PASSPHRASE);
            page.click("main button");
            assertThat(page.url()).endsWith("/enter/code");
            said.addAll(look(page, english, "entry-3-code"));
            page.fill("#code", spare);
            page.click("main button");
            assertThat(page.url()).isEqualTo(origin + "/");
        }

        assertThat(said).isEmpty();
    }

    private static List<String> look(Page page, boolean takesPictures, String name) {
        if (takesPictures) {
            Chromium.picture(page, name);
        }
        return Chromium.against(page);
    }
}

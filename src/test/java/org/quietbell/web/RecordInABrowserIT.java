package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Chromium;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;

/// The pages of the record in a real browser, with texts that would run if they could.
class RecordInABrowserIT {
    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    private final FakeDesk desk = new FakeDesk();
    private final FakeInside inside = desk.inside;
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void close() {
        server.close();
        if (chromium != null) {
            chromium.close();
        }
    }

    private String origin() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    private Page enter() {
        Page page = chromium.page(true);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(origin() + "/enter");
        page.fill("#passphrase", FakeDesk.PASSPHRASE);
        page.click("main button");
        return page;
    }

    @Test
    @Covers({"F1", "F9"})
    void nothingThatIsInTheRecordRunsOrIsLost() {
        List<String> payloads = Payloads.all();
        HitId other = inside.add("b", "T", "S", "https://forum.example.org/t/1");
        HitId hit = inside.add("x", payloads.getFirst(), "S", "https://forum.example.org/");
        RecordScene many = RecordScene.in(inside, desk, hit, String.join("\n", payloads));
        List<String> bad = new CopyOnWriteArrayList<>();
        try (Page page = enter()) {
            page.onDialog(dialog -> {
                bad.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.addInitScript(
                    "window.policy = []; addEventListener('securitypolicyviolation', e =>"
                            + " window.policy.push(e.violatedDirective + ' ' + e.blockedURI))");
            for (String path : many.paths(hit, other)) {
                page.navigate(origin() + path);
                Object ran = page.evaluate("window.ran === undefined ? window.policy : ['ran']");
                if (!List.of().equals(ran) || !page.title().equals("Notes")) {
                    bad.add(path + ": " + ran);
                }
            }
            page.navigate(origin() + "/record/" + many.found().id() + "/words");
            assertThat(page.locator("dd").allTextContents()).contains(String.join("\n", payloads));
        }

        assertThat(bad).isEmpty();
        assertThat(asked).allSatisfy(url -> assertThat(url).startsWith(origin()));
    }
}

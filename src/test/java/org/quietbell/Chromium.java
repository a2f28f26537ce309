package org.quietbell;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of the system, driven by Playwright, which brings none of its own. Where there is
/// none, the tests that need it are skipped and say so; on a build machine (`CI` is set) they fail.
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    /// Where pictures of the pages go; not set: none are taken.
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("quietbell.pictures")).map(Path::of);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts it.
    public static Chromium start() {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            String said = "no Chromium is found: install it (Debian: chromium) to test the pages";
            if (System.getenv("CI") != null) {
                throw new AssertionError(said);
            }
            Assumptions.abort(said);
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program.orElseThrow())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    /// A browser of its own, with nothing kept from before.
    ///
    /// @param scripts whether pages may run any
    public Page page(boolean scripts) {
        // it owns its context and closes it too: nothing of one test stays open in the next. Once,
        // with contexts left open, Chromium never answered the closing of a page
        return browser.newPage(
                new Browser.NewPageOptions()
                        .setJavaScriptEnabled(scripts)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    /// What axe-core says against a page by the rules of WCAG 2.2 AA, one line each, in both widths
    /// and both colour schemes; and whether it is wider than the screen.
    public static List<String> against(Page page) {
        return against(page, List.of(ColorScheme.LIGHT, ColorScheme.DARK));
    }

    /// The same in these colour schemes only.
    public static List<String> against(Page page, List<ColorScheme> schemes) {
        List<String> said = new java.util.ArrayList<>();
        page.evaluate(AXE);
        for (int width : new int[] {320, 1280}) {
            page.setViewportSize(width, 800);
            for (ColorScheme scheme : schemes) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String where = page.url() + " at " + width + ", " + scheme + ": ";
                Object found =
                        page.evaluate(
                                "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                                        + " 'wcag22aa']}).then(r => r.violations.map(v => v.id +"
                                        + " ' ' + v.nodes.map(n => n.html).join(' | ')))");
                ((List<?>) found).forEach(one -> said.add(where + one));
                Object wider =
                        page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
                if (Boolean.TRUE.equals(wider)) {
                    said.add(where + "wider than the screen");
                }
            }
        }
        return said;
    }

    /// Takes pictures in both widths, if they are asked for (`-Dquietbell.pictures=FOLDER`).
    public static void picture(Page page, String name) {
        PICTURES.ifPresent(folder -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            for (int width : new int[] {320, 1280}) {
                page.setViewportSize(width, width == 320 ? 640 : 800);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(folder.resolve(name + "-" + width + ".png")));
            }
        });
    }

    private static final String AXE = axe();

    private static String axe() {
        try (InputStream in =
                Objects.requireNonNull(
                        Chromium.class.getResourceAsStream("/axe.min.js"), "axe-core")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

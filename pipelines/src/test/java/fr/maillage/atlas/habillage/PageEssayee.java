package fr.maillage.atlas.habillage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.testing.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page looked at in a headless Chromium; skipped where there is none.
 *
 * <p>After every test the page must have complained of nothing and fetched nothing. What extends it writes its page in a
 * {@code @BeforeAll} of its own, which comes after the browser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PageEssayee {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /** Where pages, and what they download, are written. */
    protected Path folder;

    protected Chromium browser;
    private String address;
    private int opened;

    @BeforeAll
    protected final void openBrowser(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Optional<Path> found = Chromium.find();
        assumeTrue(found.isPresent(), "no Chromium on the PATH: the page is not tried (Debian package: chromium)");
        browser = Chromium.open(found.get(), folder, WIDTH, HEIGHT);
    }

    @AfterAll
    protected final void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    protected final void nothingWasComplainedOfNorFetched() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allMatch(request -> request.startsWith("file:"));
    }

    /** The file that {@link #open} opens. */
    protected final void shows(Path file) {
        address = file.toUri().toString();
    }

    /** Opens the page anew at that place of it. */
    protected final void open(String hash) {
        browser.open(address + "?" + opened++ + hash);
    }

    protected final String hash() {
        return browser.text("location.hash");
    }

    protected final String text(String selector) {
        return browser.text("document.querySelector('" + selector + "').textContent");
    }

    protected final int count(String selector) {
        return Integer.parseInt(browser.text("document.querySelectorAll('" + selector + "').length"));
    }

    /** By how many pixels the page is wider than a telephone. */
    protected final int tooWideForATelephone(String hash) {
        browser.resize(390, 844);
        open(hash);
        int over = Integer.parseInt(browser.text("document.documentElement.scrollWidth - innerWidth"));
        browser.resize(WIDTH, HEIGHT);
        return Math.max(0, over);
    }

    /** Controls that a person who sees nothing could not tell. */
    protected final String controlsWithoutName() {
        return browser.text("[...document.querySelectorAll('button, select, input, canvas, summary, a')]"
                + ".filter((e) => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.textContent.trim())"
                + ".map((e) => e.outerHTML).join()");
    }
}

package org.aegle.it.portal;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.aegle.it.Aegle;

/** OHIF in a page, and all that goes wrong in it from the moment it is watched. */
final class Viewer {
    private static final double PATIENCE_MILLISECONDS = 180_000;
    private static final double LOOK_AGAIN_MILLISECONDS = 250;

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Viewer(Page page) {
        this.page = page;
    }

    static Viewer in(Page page) {
        Viewer viewer = new Viewer(page);
        page.context().onRequest(request -> viewer.checkOrigin(request.url()));
        page.onConsoleMessage(viewer::checkMessage);
        page.onPageError(error -> viewer.complaints.add("script error: " + error));
        return viewer;
    }

    /** Goes some images further, once the first is there: the ends of a stack may be nothing but air. */
    void scroll(int images) {
        viewport();
        Locator position = page.locator("[data-cy=viewport-overlay-bottom-right]");
        position.getByText("(1/").waitFor();
        for (int i = 0; i < images; i++) {
            page.keyboard().press("ArrowDown");
        }
        position.getByText("(" + (images + 1) + "/").waitFor();
    }

    /** Waits until the first viewport shows an image with its shades. */
    void waitForImage() {
        waitUntil(Screen::showsAnImage);
    }

    /** Waits until the first viewport shows something light and something dark: all that some phantoms have. */
    void waitForContrast() {
        waitUntil(Screen::showsContrast);
    }

    private void waitUntil(Predicate<Screen> seen) {
        Locator viewport = viewport();
        long deadline = System.currentTimeMillis() + (long) PATIENCE_MILLISECONDS;
        while (!seen.test(Screen.of(viewport))) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("the viewer shows no image: " + complaints);
            }
            page.waitForTimeout(LOOK_AGAIN_MILLISECONDS);
        }
    }

    private Locator viewport() {
        Locator viewport = page.locator("canvas").first();
        viewport.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLISECONDS));
        return viewport;
    }

    /** Requests to other hosts, what the Content-Security-Policy stopped, and errors of scripts. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void checkOrigin(String url) {
        if (!url.startsWith(Aegle.base()) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("request to another origin: " + url);
        }
    }

    private void checkMessage(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
        }
    }
}

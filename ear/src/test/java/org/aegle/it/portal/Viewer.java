package org.aegle.it.portal;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aegle.it.Aegle;

/** OHIF in a page, and all that goes wrong in it from the moment it is watched. */
final class Viewer {
    private static final double PATIENCE_MILLISECONDS = 180_000;
    private static final double LOOK_AGAIN_MILLISECONDS = 100;
    private static final Pattern POSITION = Pattern.compile("\\((\\d+)/\\d+\\)");

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

    /** Goes so many images further or some more, once the first is there: the ends of a stack may be nothing but air. */
    void scroll(int images) {
        viewport();
        long deadline = deadline();
        while (position() == 0) {
            waitAWhile(deadline);
        }
        while (position() <= images) {
            // The viewer drops keys while it is busy.
            page.keyboard().press("ArrowDown");
            waitAWhile(deadline);
        }
    }

    /** Number of the image that the overlay tells, as in "I: 12 (12/128)"; 0 before there is one. */
    private int position() {
        Locator overlay =
                page.locator("[data-cy=viewport-overlay-bottom-right]").first();
        Matcher number = POSITION.matcher(overlay.count() == 0 ? "" : overlay.innerText());
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
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
        long deadline = deadline();
        while (!seen.test(Screen.of(viewport))) {
            waitAWhile(deadline);
        }
    }

    private static long deadline() {
        return System.currentTimeMillis() + (long) PATIENCE_MILLISECONDS;
    }

    private void waitAWhile(long deadline) {
        if (System.currentTimeMillis() > deadline) {
            throw new AssertionError("the viewer shows no image: " + complaints);
        }
        page.waitForTimeout(LOOK_AGAIN_MILLISECONDS);
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

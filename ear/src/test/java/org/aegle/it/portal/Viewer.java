package org.aegle.it.portal;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** Waits until the first viewport shows an image. */
    void waitForImage() {
        Locator viewport = page.locator(".cornerstone-canvas, canvas").first();
        viewport.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLISECONDS));
        long deadline = System.currentTimeMillis() + (long) PATIENCE_MILLISECONDS;
        while (!Screen.of(viewport).showsAnImage()) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("the viewer shows no image: " + complaints);
            }
            page.waitForTimeout(LOOK_AGAIN_MILLISECONDS);
        }
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

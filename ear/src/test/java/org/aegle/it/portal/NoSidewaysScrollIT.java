package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page needs sideways scrolling on a small screen, in either language. WCAG 2.2 1.4.10. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoSidewaysScrollIT {
    private static final String OVERFLOW =
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

    private final Chromium chromium = new Chromium();
    private final PortalPages pages = PortalPages.withAStudy();

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 375})
    void everyPageShouldFitItsWidth(int width) {
        List<String> overflowing = new ArrayList<>();
        for (String locale : List.of("en-GB", "de-DE")) {
            pages.addresses().forEach((username, addresses) -> {
                Page page =
                        chromium.newPage(Chromium.desktop().setLocale(locale).setViewportSize(width, 700));
                if (!username.isEmpty()) {
                    Chromium.signIn(page, username);
                }
                for (String address : addresses) {
                    page.navigate(address);
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                    int pixels = (int) page.evaluate(OVERFLOW);
                    if (pixels > 0) {
                        overflowing.add(locale + " " + address + ": " + pixels + " pixels");
                    }
                }
                page.context().close();
            });
        }
        assertEquals(List.of(), overflowing);
    }
}

package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core finds nothing serious on any page, in light and dark, on a desk and in a hand. WCAG 2.2 AA. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Chromium chromium = new Chromium();
    private final PortalPages pages = PortalPages.withAStudy();

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 375", "DARK, 375"})
    void everyPageShouldBeAccessible(ColorScheme scheme, int width) {
        List<String> violations = new ArrayList<>();
        pages.addresses().forEach((username, addresses) -> {
            Page page = open(username, scheme, width);
            for (String address : addresses) {
                page.navigate(address);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                violations.addAll(serious(page, address));
            }
            page.context().close();
        });
        assertEquals(List.of(), violations, () -> String.join("\n", violations));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 375"})
    void openMenusAndDialogsShouldBeAccessible(ColorScheme scheme, int width) {
        Page page = open("radiologist", scheme, width);
        List<String> violations = new ArrayList<>();
        for (String menu : List.of("language-menu", "theme-menu", "user-menu")) {
            page.locator("[popovertarget=" + menu + "]").click();
            page.locator("#" + menu).waitFor();
            violations.addAll(serious(page, menu));
            page.keyboard().press("Escape");
        }
        page.keyboard().press("?");
        page.locator("#shortcuts").waitFor();
        violations.addAll(serious(page, "shortcuts"));
        assertEquals(List.of(), violations, () -> String.join("\n", violations));
    }

    @Test
    void faultShouldBeFound() {
        Page page = open("", ColorScheme.LIGHT, 1280);
        page.navigate("/login");
        page.evaluate("document.querySelector('main').append(document.createElement('img'))");

        assertTrue(serious(page, "").toString().contains("image-alt"));
    }

    private Page open(String username, ColorScheme scheme, int width) {
        Page page = chromium.newPage(Chromium.desktop().setColorScheme(scheme).setViewportSize(width, 800));
        return username.isEmpty() ? page : Chromium.signIn(page, username);
    }

    private static List<String> serious(Page page, String where) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> where + ": " + told(rule))
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + ") at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.launch.Order;
import dev.holdfast.web.page.Browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The list of a launch's orders on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffOrdersBrowserTest {
    private static final String LIST = "/operator/launches/car/orders";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();
    private final List<Order> orders = new ArrayList<>();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern <script>alert(1)</script>", "燕鸥一号", null, soon), 40, 50);
        orders.add(site.place("car", "=fan(1)", "pro-green"));
        orders.add(site.place("car", "fan-2", "base-white"));
        orders.add(site.place("car", "fan-3", "pro-green"));
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static Locator rows(Visit visit) {
        return visit.page.locator("main tbody tr");
    }

    @Test
    void filtersStandInTheAddressSoThatAViewCanBeShared() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            visit.signInAs("operator");
            visit.go(LIST);
            assertThat(rows(visit)).hasCount(3);
            visit.page.selectOption("select[name=offer]", "pro-green");
            visit.press("desk.show");
            assertThat(rows(visit)).hasCount(2);
            assertThat(visit.page.url()).contains("offer=pro-green");
            visit.press("desk.held");
            visit.press("desk.held");
            assertThat(visit.page.url())
                    .contains("sort=held")
                    .contains("way=down")
                    .contains("offer=pro-green");
            assertThat(rows(visit).first()).containsText("fan-3");
            assertThat(visit.page.locator(".rooms-of")).hasText("Tern <script>alert(1)</script>");
        }
    }

    @Test
    void anIdAPositionAndAMemberAreFoundByOneField() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            visit.signInAs("operator");
            visit.go(LIST);
            search(visit, "fan-2");
            assertThat(rows(visit)).hasCount(1);
            assertThat(visit.page.url()).contains("member=fan-2");
            search(visit, "nobody & <b>");
            visit.sees("desk.missed", "nobody & <b>");
        }
    }

    @Test
    void keysDoWhatLinksDo() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("planner");
            visit.go(LIST);
            visit.page.keyboard().press("?");
            visit.sees("keys.j");
            visit.page.keyboard().press("/");
            assertThat(visit.page.locator("#find")).isFocused();
            visit.page.keyboard().press("Escape");
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("j");
            assertThat(visit.page.locator("[data-row]").nth(1)).isFocused();
            visit.isAccessible();
            visit.page.keyboard().press("1");
            visit.page.waitForURL(site.address("/operator"));
        }
    }

    @Test
    void anExportIsGuardedAndOnlyForOperators() throws IOException {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("planner");
            visit.go(LIST);
            assertThat(visit.page.locator("a[data-key=e]")).hasCount(0);
            visit.go(LIST + ".csv");
            visit.sees("problem.role");
            visit.forgive("403");
        }
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("operator");
            visit.go(LIST + "?offer=pro-green");
            var file = visit.page.waitForDownload(() -> visit.page.keyboard().press("e"));
            assertThat(file.suggestedFilename()).isEqualTo("car-orders.csv");
            var lines = Files.readAllLines(file.path());
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1)).contains(",'=fan(1),");
        }
    }

    private static void search(Visit visit, String wanted) {
        visit.page.locator("#find").fill(wanted);
        visit.page.locator(".find button").click();
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Window;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People whose window moved, with real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentBrowserTest {
    private static final List<String> FANS = List.of("keeps-en", "keeps-zh", "leaves-en", "leaves-zh");

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();
    private final Map<String, Order> orders = new HashMap<>();

    /// Everybody is promised a window, pays, and is told another ten weeks later.
    @BeforeAll
    void open() {
        var definition = SampleWorld.definition(
                        "Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60))
                .under("mainland", List.of());
        site.open("car", definition, 1, 50);
        for (var fan : FANS) {
            paid(fan);
        }
        site.launch().lock(paid("locked").id(), new Asker("locked", false));
        site.supply("car", definition, 18, 1, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private Order paid(String fan) {
        var order = site.place("car", fan, "pro-green");
        site.pay(order);
        orders.put(fan, order);
        return order;
    }

    private Order order(String fan) {
        return Objects.requireNonNull(orders.get(fan));
    }

    private static Window promise(Order order) {
        return Objects.requireNonNull(order.promise());
    }

    private void seesTheQuestion(Visit visit, String fan) {
        var id = order(fan).id();
        var now = site.launch().order(id, new Asker(fan, false)).order();
        visit.signIn(fan);
        visit.go("/orders/" + id);
        visit.sees("consent.title");
        visit.sees("consent.moved", visit.words.window(promise(order(fan))), visit.words.window(promise(now)));
        visit.sees("order.reason", visit.words.say("reason.supply_changed"));
    }

    @ParameterizedTest
    @CsvSource({"keeps-en, desk, en, true", "keeps-zh, phone, zh, false"})
    void whoAgreesKeepsThePlaceAndIsAskedNoMore(String fan, String screen, String language, boolean javaScript) {
        try (var visit = new Visit(browser, site, screen(screen), Words.in(language), javaScript)) {
            seesTheQuestion(visit, fan);
            visit.press("consent.keep");
            visit.seesOrder();
            assertThat(visit.page.locator(".consent")).hasCount(0);
            visit.seesState("PLACED");
        }
    }

    @ParameterizedTest
    @CsvSource({"leaves-en, phone, en, false", "leaves-zh, desk, zh, true"})
    void whoLeavesIsCancelledAndSeesTheRefund(String fan, String screen, String language, boolean javaScript) {
        try (var visit = new Visit(browser, site, screen(screen), Words.in(language), javaScript)) {
            seesTheQuestion(visit, fan);
            visit.press("consent.leave");
            visit.seesOrder();
            visit.seesState("CANCELLED");
            assertThat(visit.page.locator(".refund")).isVisible();
            assertThat(visit.page.locator(".consent")).hasCount(0);
        }
    }

    @Test
    void aLockedOrderIsToldOfBothHalvesAndLosesNothing() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            seesTheQuestion(visit, "locked");
            visit.isAccessible();
            visit.sees("consent.money.double", "CN¥5,000", "CN¥5,000");
            visit.press("cancel.summary");
            visit.press("cancel.button");
            visit.seesState("CANCELLED");
            visit.sees("compensation.title");
            visit.sees("compensation.paidOut");
        }
        paysByHand();
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            visit.signIn("locked");
            visit.go("/orders/" + order("locked").id());
            assertThat(visit.page.locator("main")).containsText("TR-2027-1");
        }
    }

    private void paysByHand() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("operator");
            visit.go("/operator/launches/car/owed");
            visit.isAccessible();
            visit.page.locator("input[name=reference]").fill("TR-2027-1");
            visit.press("desk.owed.PAID");
            visit.sees("desk.owed.settled");
            visit.sees("desk.owed.none");
        }
    }

    private static Screen screen(String name) {
        return name.equals("phone") ? Screen.PHONE : Screen.DESK;
    }
}

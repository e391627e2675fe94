package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From an incident to the owner: a lot is stopped, a drill lists it, a recall reaches who has it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void aLotIsStoppedDrilledAndCalledBackUntilItsOwnerReadsIt() {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                4,
                5);
        var owned = ready("fan-1");
        tell("fan-1", "delivered", 20);
        ready("fan-2");
        site.face(Allocations.class).allocate("car", "operator");
        try (var desk = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            desk.signInAs("operator");
            desk.go("/operator/launches/car/quality");
            desk.isAccessible();
            desk.press("quality.open");
            fill(desk, Map.of("#component", "battery", "#symptom", "swells", "#lots", "lot-7", "#words", "Seen."));
            desk.press("quality.open.do");
            desk.sees("quality.incident", 1);
            desk.press("quality.stop");
            fill(desk, Map.of("#lot", "lot-7", "#told_en", "It may swell.", "#told_zh", "可能鼓包。"));
            desk.page.locator("#stop-incident").fill("1");
            desk.press("quality.stop.do");
            desk.sees("quality.stop.units", 2, 2);
            desk.isAccessible();
            // Seconds later it is nobody's, too.
            assertThatThrownBy(() -> tell("fan-2", "delivered", 10))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            refused -> Assertions.assertThat(refused.faults())
                                    .anyMatch(fault -> fault.reason().contains("quarantine")));
            recall(desk, "recall.drill.do");
            desk.page.locator("main").getByText("Charge less.").first().click();
            assertThat(desk.page.locator("[role=status]")).containsText("This is a drill");
            desk.isAccessible();
            desk.go("/operator/launches/car/quality");
            recall(desk, "recall.do");
            desk.page.locator("main").getByText("Charge less.").first().click();
            desk.sees("recall.counts", 2, 1, 0, 1);
        }
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            owner.signIn("fan-1");
            owner.go("/orders/" + owned.id());
            assertThat(owner.page.locator("[role=alert]")).containsText("少充电。");
        }
    }

    private static void recall(Visit desk, String how) {
        desk.press("recall.begin");
        fill(desk, Map.of("#recalled", "lot-7", "#minutes", "40", "#title_en", "Charge less.", "#title_zh", "少充电。"));
        fill(desk, Map.of("#remedy_en", "We change it.", "#remedy_zh", "我们更换。"));
        desk.press(how);
    }

    private static void fill(Visit visit, Map<String, String> fields) {
        fields.forEach((field, text) -> visit.page.locator(field).fill(text));
    }

    /// A locked order of this fan whose unit, made of the lot, is ready.
    private Order ready(String fan) {
        var order = site.place("car", fan, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(fan, false));
        tell(fan, "built", 60);
        site.face(Allocations.class).allocate("car", "operator");
        tell(fan, "ready", 40);
        return order;
    }

    private void tell(String fan, String state, int secondsAgo) {
        var csv = "serial,configuration,state,at,lots\nunit-%s,pro-green,%s,%s,lot-7\n"
                .formatted(fan, state, Instant.now().minusSeconds(secondsAgo));
        site.face(Units.class).tell("car", new MasterRows.Csv(csv.getBytes(StandardCharsets.UTF_8)), "plant");
    }
}

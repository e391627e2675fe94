package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderState;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The desk of a launch on the real application, mostly without scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchDeskBrowserTest {
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void aLaunchIsMadeStepByStepWithoutScripts() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            visit.signInAs("operator");
            visit.go("/operator/new-launch");
            visit.page.fill("#nameZh", "<script>alert(1)</script>");
            visit.page.fill("#slug", "gull");
            visit.page.fill("[id='offers[0].id']", "gull-one");
            visit.page.fill("[id='offers[0].zh']", "海鸥");
            visit.page.fill("[id='offers[0].price']", "much");
            visit.press("form.offer.add");
            assertThat(visit.page.locator("[name=offerId]")).hasCount(2);
            visit.press("form.save");
            visit.sees("fault.form.price");
            visit.sees("fault.needed");
            visit.page.fill("[id='offers[0].price']", "19900.50");
            visit.page.fill("[id='offers[0].deposit']", "500");
            visit.page.fill("#opensAt", "2099-01-05T20:00");
            visit.press("form.save");
            visit.page.waitForURL(site.address("/operator/launches/gull?done=saved"));
            assertThat(visit.page.locator("h1")).containsText("<script>alert(1)</script>");
            visit.sees("check.name.missing");
            visit.sees("check.supply.missing");
            visit.forgive("422");
        }
        var offer = site.launch().look("gull").definition().offer("gull-one").orElseThrow();
        assertThat(offer.price()).isEqualTo(1_990_050);
        assertThat(site.launch().look("gull").definition().opensAt()).isEqualTo(Instant.parse("2099-01-05T12:00:00Z"));
    }

    @Test
    void faultsOfASupplyStandBesideTheirRowsAndAGoodOneCounts() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            visit.signInAs("operator");
            visit.go("/operator/launches/car");
            upload(visit, "offer,week,quantity\npro-green,2027-08-03,5\n<b>x</b>,2027-08-02,1\n");
            assertThat(visit.page.locator("tbody tr")).hasCount(2);
            assertThat(visit.page.locator("tbody tr").nth(1)).containsText("<b>x</b>,2027-08-02,1");
            upload(visit, "offer,week,quantity\npro-green,2099-08-03,500\n");
            assertThat(visit.page.locator(".told.good")).containsText("500");
            visit.forgive("422");
        }
    }

    private static void upload(Visit visit, String csv) {
        visit.page.setInputFiles(
                "#file", new FilePayload("supply.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        visit.press("desk.supply.button");
    }

    @Test
    void aPauseRefusesNewOrdersAndIsUndoneByOnePress() {
        site.open(
                "swan", SampleWorld.definition("Swan", "天鹅", null, Instant.now().minusSeconds(60)), 40, 50);
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("operator");
            visit.go("/operator/launches/swan");
            visit.press("desk.pause");
            visit.sees("desk.done.pause");
            assertThat(site.launch().look("swan").paused()).isTrue();
            assertThat(site.launch().look("swan").state()).isEqualTo(LaunchView.State.OPEN);
            visit.press("desk.undo");
            visit.sees("desk.done.resume");
            site.place("swan", "fan-1", "pro-green");
            visit.press("desk.close");
            visit.sees("desk.done.close");
            visit.go("/operator/audit?subject=swan");
            assertThat(visit.page.locator("tbody tr").first()).containsText(Words.ENGLISH.say("act.close_launch"));
            visit.isAccessible();
        }
    }

    @Test
    void anOperatorCancelsAnOrderAndThatIsWrittenDown() {
        var order = site.place("car", "fan-cancelled", "pro-green");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            visit.signInAs("operator");
            visit.go("/operator/orders/" + order.id());
            visit.press("desk.cancel");
            visit.press("desk.cancel.button");
            assertThat(visit.page.locator("h1 .badge")).hasText(visit.words.say("desk.state.CANCELLED"));
            assertThat(visit.page.locator("tbody")).containsText(visit.words.say("act.cancel_order"));
            assertThat(visit.page.locator("tbody")).containsText("operator-7");
        }
    }

    @Test
    void aPlannerSeesEverythingAndChangesNothing() {
        var order = site.place("car", "fan-watched", "pro-green");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.CHINESE, true)) {
            visit.signInAs("planner");
            visit.go("/operator/orders/" + order.id());
            assertThat(visit.page.locator("main form")).hasCount(0);
            visit.go("/operator/launches/car");
            assertThat(visit.page.locator("main form")).hasCount(0);
            var answer = visit.page.evaluate("""
                    async path => (await fetch(path, {method: 'POST', headers: {
                      'Content-Type': 'application/x-www-form-urlencoded'},
                      body: '_csrf=' + encodeURIComponent(document.querySelector('[name=_csrf]').value)})).status
                    """, "/operator/orders/" + order.id() + "/cancel");
            assertThat(answer).isEqualTo(403);
            visit.forgive("403");
        }
        assertThat(site.launch().file(order.id()).history().order().state()).isEqualTo(OrderState.HELD);
    }

    @Test
    void withoutItsTokenNoFormIsTaken() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("operator");
            visit.go("/operator/launches/car");
            var answer = visit.page.evaluate(
                    "async path => (await fetch(path, {method: 'POST'})).status", "/operator/launches/car/close");
            assertThat(answer).isEqualTo(403);
            visit.forgive("403");
        }
        assertThat(site.launch().look("car").state()).isEqualTo(LaunchView.State.OPEN);
    }
}

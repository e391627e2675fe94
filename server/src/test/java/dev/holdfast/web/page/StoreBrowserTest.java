package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From the letter that it has arrived to the owner's own record: a fan chooses a time, and a tablet without a
/// connection hands over.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreBrowserTest {
    private static final String CENTRE = "centre:north";

    private final LocalDate day = LocalDate.ofInstant(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                4,
                5);
        Network network = site.face(Network.class);
        network.putCentres(csv("""
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes
                north,North centre,北区中心,N,9,4,6,UTC,1234567,08:00,20:00
                """), "operator");
        network.staff("porter", CENTRE, true, "operator");
        site.face(SlotDesk.class)
                .open(
                        csv("place,bay,from,to,capacity\ncentre:north,hand_over,%sT09:00,%sT10:00,3\n"
                                .formatted(day, day)),
                        new SlotDesk.Clerk("operator", true));
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void anOwnerChoosesATimeAndATabletWithoutAConnectionHandsOver() throws InterruptedException {
        var order = ready("fan-1");
        choose("fan-1", order, Words.ENGLISH);
        try (var tablet = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            tablet.page.navigate(site.signInLink("porter", "store"));
            tablet.press("signIn.button");
            tablet.page.waitForURL(site.address("/store"));
            tablet.isAccessible();
            tablet.go("/store/" + CENTRE + "?day=" + day);
            tablet.isAccessible();
            assertThat(tablet.page.locator("main"))
                    .containsText(OfferNames.of(SampleWorld.car(), "pro-green", tablet.words));
            assertThat(tablet.page.locator("main")).not().containsText("pro-green");
            tablet.page.locator("main").getByText("unit-fan-1").click();
            tablet.isAccessible();
            var told = tablet.page.locator("[data-kept]");
            tablet.page.route("**/said", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            tablet.page.locator("input[value=good]").first().check();
            assertThat(told).containsText("Nobody takes it just now (status 403).");
            tablet.page.unroute("**/said");
            tablet.page.context().setOffline(true);
            for (Locator good : tablet.page.locator("input[value=good]").all()) {
                good.check();
            }
            tablet.signs();
            tablet.page.getByLabel(tablet.words.say("store.done")).check();
            assertThat(told).containsText("No connection");
            tablet.page.context().setOffline(false);
            assertThat(told)
                    .hasText(
                            tablet.words.say("handover.face.delivered"),
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setTimeout(60_000));
            tablet.forgive("ERR_INTERNET_DISCONNECTED");
            tablet.forgive("403");
        }
        site.until(
                Duration.ofSeconds(60),
                "select bool_or(state = 'DELIVERED') from launch.orders where member = 'fan-1'");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            owner.signIn("fan-1");
            owner.go("/orders/" + order.id());
            owner.press("handover.link");
            owner.sees("handover.face.delivered");
            owner.sees("handover.signature");
            owner.isAccessible();
        }
    }

    @Test
    void withoutScriptsTheChecklistIsAFormAndTheOwnerConfirmsOnTheirOwnPhone() {
        var order = ready("fan-2");
        choose("fan-2", order, Words.CHINESE);
        try (var tablet = new Visit(browser, site, Screen.DESK, Words.CHINESE, false)) {
            tablet.page.navigate(site.signInLink("porter", "store"));
            tablet.press("signIn.button");
            tablet.go("/store/" + CENTRE + "/handovers/" + order.id() + "?serial=unit-fan-2");
            for (Locator good : tablet.page.locator("input[value=good]").all()) {
                good.check();
            }
            tablet.page.locator("input[name=done]").check();
            tablet.press("store.save");
            assertThat(tablet.page.locator("input[name=done]")).isChecked();
        }
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            owner.signIn("fan-2");
            owner.go("/orders/" + order.id() + "/handover");
            owner.sees("handover.face.done");
            owner.press("handover.confirm");
            owner.sees("handover.face.delivered");
        }
    }

    @Test
    void nobodyElseSeesATablet() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            visit.page.navigate(site.signInLink("passer-by", "store"));
            visit.press("signIn.button");
            visit.sees("store.none", "passer-by");
            visit.go("/store/" + CENTRE);
            assertThat(visit.page.locator("main")).not().containsText("unit-");
            visit.forgive("404");
        }
    }

    private void choose(String fan, Order order, Words words) {
        try (var visit = new Visit(browser, site, Screen.PHONE, words, true)) {
            visit.signIn(fan);
            visit.go("/orders/" + order.id());
            visit.press("slot.link");
            visit.isAccessible();
            visit.page.locator("input[name=slot]").first().check();
            visit.press("slot.hold");
            visit.press("slot.confirm");
            visit.sees("slot.face.confirmed");
            visit.isAccessible();
        }
    }

    /// A locked order of this fan whose unit is ready at the centre.
    private Order ready(String fan) {
        var order = site.place("car", fan, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(fan, false));
        say(fan, "built", 120);
        site.face(Allocations.class).allocate("car", "operator");
        say(fan, "ready", 60);
        site.face(Allocations.class).allocate("car", "operator");
        return order;
    }

    private void say(String fan, String state, int secondsAgo) {
        var row = "serial,configuration,state,at,region\nunit-%s,pro-green,%s,%s,north"
                .formatted(fan, state, Instant.now().minusSeconds(secondsAgo));
        site.face(Units.class).tell("car", csv(row), "plant");
    }

    private static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }
}

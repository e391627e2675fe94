package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/// From an owner's words to the owner's word: a store looks at it, a part is missing and comes, and it is done.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceBrowserTest {
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
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,afterSales
                north,North centre,北区中心,N,9,4,6,UTC,1234567,08:00,20:00,true
                """), "operator");
        network.staff("clerk", CENTRE, true, "operator");
        site.face(SlotDesk.class)
                .open(
                        csv("place,bay,from,to,capacity\ncentre:north,service,%sT09:00,%sT10:00,3\n"
                                .formatted(day, day)),
                        new SlotDesk.Clerk("operator", true));
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void whatAnOwnerReportsIsLookedAtRepairedAndDoneInTheOwnersWord() {
        var order = delivered("fan-1");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false);
                var store = new Visit(browser, site, Screen.DESK, Words.CHINESE, false)) {
            owner.signIn("fan-1");
            owner.go("/orders/" + order.id() + "/service");
            owner.page.locator("#words").fill("The front left wheel rattles");
            owner.press("ticket.send");
            owner.sees("ticket.state.OPEN");
            String ticket = owner.page.url().replaceFirst(".*/", "");
            choose(owner);
            store.page.navigate(site.signInLink("clerk", "store"));
            store.press("signIn.button");
            store.go("/store/" + CENTRE + "/tickets/" + ticket);
            diagnose(store);
            store.sees("work.stock.WAITING");
            receive(store);
            store.go("/store/" + CENTRE + "/tickets/" + ticket);
            store.sees("work.stock.RESERVED");
            store.press("work.step.in_work");
            store.sees("work.stock.USED");
            store.press("work.step.done");
            store.sees("ticket.state.DONE");
            owner.go("/orders/" + order.id() + "/tickets/" + ticket);
            owner.sees("work.why.no_terms");
            owner.page.locator("input[name=rating][value='5']").check();
            owner.press("ticket.confirm");
            owner.sees("ticket.rated", 5);
        }
    }

    private static void choose(Visit owner) {
        owner.press("visit.link");
        owner.page.locator("input[name=slot]").first().check();
        owner.press("slot.hold");
        owner.press("slot.confirm");
        owner.sees("visit.face.confirmed");
    }

    private static void diagnose(Visit store) {
        store.page.locator("#component").fill("wheel");
        store.page.locator("#symptom").fill("noise");
        store.press("ticket.diagnose.send");
        store.sees("ticket.state.DIAGNOSED");
        store.page.locator("#part-1").fill("bearing");
        store.page.locator("#quantity-1").fill("1");
        store.press("work.make");
    }

    private static void receive(Visit store) {
        store.go("/store/" + CENTRE + "/parts");
        store.page.locator("#part").fill("bearing");
        store.page.locator("#quantity").fill("1");
        store.page.locator("#note").fill("N-1");
        store.press("parts.send");
        assertThat(store.page.locator("main")).containsText("bearing");
    }

    @Test
    void everybodyCanReadThePages() {
        var order = delivered("fan-2");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            owner.signIn("fan-2");
            owner.go("/orders/" + order.id() + "/service");
            owner.isAccessible();
            owner.page.locator("#words").fill("异响");
            owner.press("ticket.send");
            owner.sees("ticket.state.OPEN");
            owner.isAccessible();
        }
    }

    /// An order of this fan whose unit was handed over.
    private Order delivered(String fan) {
        var order = site.place("car", fan, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(fan, false));
        say(fan, "built", 180);
        site.face(Allocations.class).allocate("car", "operator");
        say(fan, "ready", 120);
        say(fan, "delivered", 60);
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

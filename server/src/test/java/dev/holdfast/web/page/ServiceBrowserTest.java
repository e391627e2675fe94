package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.service.quality.Severity;
import dev.holdfast.service.recall.NewRecall;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.service.work.Parts;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.web.page.Browser.Screen;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From an owner's words to the owner's word: a store looks at it, a part is missing and comes, and it is
/// done.
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
                south,South centre,南区中心,S,9,4,6,UTC,1234567,08:00,20:00,true
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

    @Test
    void whatIsCalledBackIsBookedWhereItsPartsAreAndRemediedThere() {
        var order = delivered("fan-5");
        recall("lot-fan-5");
        site.face(Parts.class).tell(CENTRE, csv("part,note,quantity\nfuse,N-9,1\n"), "clerk");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false);
                var store = new Visit(browser, site, Screen.DESK, Words.CHINESE, false)) {
            owner.signIn("fan-5");
            owner.go("/orders/" + order.id());
            owner.press("remedy.link");
            owner.page.locator("input[name=slot]").first().check();
            owner.press("remedy.book");
            owner.sees("remedy.state.BOOKED");
            var booked = owner.page.url();
            store.page.navigate(site.signInLink("clerk", "store"));
            store.press("signIn.button");
            store.go("/store/" + CENTRE + "/recalls");
            assertThat(store.page.locator("main")).containsText("fuse");
            store.press("remedies.step.in_work");
            store.press("remedies.step.remedied");
            store.sees("remedies.none");
            owner.go("/orders/" + order.id());
            assertThat(owner.page.locator("main")).containsText(CENTRE);
            owner.page.navigate(booked);
            owner.sees("remedy.state.REMEDIED");
        }
    }

    private void recall(String lot) {
        var words = Map.of("en", "It may blow.", "zh", "可能熔断。");
        var wanted = new NewRecall(null, List.of(lot), false, Severity.MAJOR, words, words, List.of("fuse"), 20);
        site.face(Recalls.class).begin("car", wanted, "operator");
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
    void whatAnOwnerShowsAStoreSeesAndPassesOn() throws IOException {
        var order = delivered("fan-3");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false);
                var store = new Visit(browser, site, Screen.DESK, Words.CHINESE, false)) {
            owner.signIn("fan-3");
            owner.go("/orders/" + order.id() + "/service");
            owner.page.locator("#words").fill("There is a scratch");
            owner.press("ticket.send");
            owner.page.locator("#photo").setInputFiles(new FilePayload("scratch.jpg", "image/jpeg", photo()));
            owner.press("ticket.photo.send");
            assertThat(owner.page.locator("ul.photos img")).isVisible();
            store.page.navigate(site.signInLink("clerk", "store"));
            store.press("signIn.button");
            store.go("/store/" + CENTRE + "/tickets/" + owner.page.url().replaceFirst(".*/", ""));
            assertThat(store.page.locator("ul.photos img")).isVisible();
            store.page.locator("#to").selectOption("centre:south");
            store.page.locator("#why").fill("They paint");
            store.press("ticket.pass.send");
            store.sees("ticket.list");
            owner.page.reload();
            owner.sees("ticket.step.passed", "South centre");
            assertThat(owner.page.locator("main")).containsText("They paint");
            owner.press("ticket.photo.takeBack");
            assertThat(owner.page.locator("ul.photos")).hasCount(0);
            owner.sees("ticket.photo");
        }
    }

    @Test
    void whatIsLateStandsWhereStaffAndTheOfficeBegin() {
        var order = delivered("fan-4");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false);
                var store = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true);
                var office = new Visit(browser, site, Screen.DESK, Words.CHINESE, true)) {
            owner.signIn("fan-4");
            owner.go("/orders/" + order.id() + "/service");
            owner.page.locator("#words").fill("The brakes fail");
            owner.press("ticket.send");
            owner.sees("ticket.state.OPEN");
            site.jdbc()
                    .sql("update service.ticket set answer_due = opened_at where order_id = ?")
                    .param(order.id().value())
                    .update();
            store.page.navigate(site.signInLink("clerk", "store"));
            store.press("signIn.button");
            store.go("/store");
            store.isAccessible();
            assertThat(store.page.locator("main")).containsText("unit-fan-4");
            office.signInAs("operator");
            office.go("/operator/overdue");
            office.isAccessible();
            assertThat(office.page.locator("main")).containsText("unit-fan-4");
        }
    }

    private static byte[] photo() throws IOException {
        var to = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", to);
        return to.toByteArray();
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

    @Test
    void everybodyCanReadWhatIsCalledBack() {
        var order = delivered("fan-6");
        recall("lot-fan-6");
        site.face(Parts.class).tell(CENTRE, csv("part,note,quantity\nfuse,N-10,1\n"), "clerk");
        try (var owner = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true);
                var store = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            owner.signIn("fan-6");
            owner.go("/orders/" + order.id());
            owner.press("remedy.link");
            owner.isAccessible();
            owner.page.locator("input[name=slot]").first().check();
            owner.press("remedy.book");
            owner.sees("remedy.state.BOOKED");
            owner.isAccessible();
            store.page.navigate(site.signInLink("clerk", "store"));
            store.press("signIn.button");
            store.go("/store/" + CENTRE + "/recalls");
            store.isAccessible();
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
        var row = "serial,configuration,state,at,region,lots\nunit-%s,pro-green,%s,%s,north,lot-%s"
                .formatted(fan, state, Instant.now().minusSeconds(secondsAgo), fan);
        site.face(Units.class).tell("car", csv(row), "plant");
    }

    private static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }
}

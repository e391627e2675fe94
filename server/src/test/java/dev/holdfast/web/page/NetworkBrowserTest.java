package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who works at a centre or a store, and which times are open there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkBrowserTest {
    private static final String LARCH = "/operator/network/larch";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        Network network = site.face(Network.class);
        network.putCentres(csv("""
                region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes
                north,North centre,北区中心,N,9,4,6,UTC,1234567,08:00,20:00
                south,South centre,南区中心,S,9,4,6,UTC,1234567,08:00,20:00
                """), "operator");
        network.putStores(csv("""
                store,region,kind,nameEn,nameZh,city,capabilities
                larch,north,own,Larch Street,落叶松街店,Larchmere,order hand_over
                corner,north,showroom,Corner,街角店,Larchmere,order
                """), "operator");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    static Stream<Arguments> everyone() {
        return Stream.of(
                Arguments.of(Screen.DESK, Words.ENGLISH, true), Arguments.of(Screen.PHONE, Words.CHINESE, false));
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void anOperatorLetsSomebodyInAtAStoreAndTakesTheirAccessAway(Screen screen, Words words, boolean javaScript) {
        var porter = "porter-" + words.tag();
        String link;
        try (var office = new Visit(browser, site, screen, words, javaScript)) {
            office.signInAs("operator");
            office.go("/operator/network?q=LARCH");
            fitsTheScreen(office);
            assertThat(office.page.locator("main")).not().containsText(name(words, "South centre", "南区中心"));
            office.page
                    .getByRole(AriaRole.LINK, exactly(name(words, "Larch Street", "落叶松街店")))
                    .click();
            office.page.locator("#member").fill(porter);
            office.press("network.invite.button");
            link = office.page.locator(".secret").innerText();
            fitsTheScreen(office);
            if (javaScript) {
                office.isAccessible();
            }
            office.go(LARCH);
            assertThat(office.page.locator(".secret")).hasCount(0);
            office.go("/operator/audit?act=invite_staff");
            office.sees("act.invite_staff");
            assertThat(office.page.locator("main")).containsText(porter);
        }
        try (var staff = new Visit(browser, site, screen, words, javaScript)) {
            staff.page.navigate(link);
            staff.press("signIn.button");
            staff.page.waitForURL(site.address("/store"));
            staff.go("/store/larch");
            staff.sees("store.closed");
            try (var office = new Visit(browser, site, screen, words, javaScript)) {
                office.signInAs("operator");
                office.go(LARCH);
                row(office, porter).getByRole(AriaRole.BUTTON).click();
                office.sees("network.ended");
                office.sees("network.gone");
                office.go("/operator/audit?act=end_staff");
                office.sees("act.end_staff");
                assertThat(office.page.locator("main")).containsText(porter);
            }
            staff.page.reload();
            assertThat(staff.page.locator("main")).not().containsText(words.say("store.closed"));
            staff.go("/store");
            staff.sees("store.none", porter);
            staff.forgive("404");
        }
    }

    @Test
    void nobodyIsLetInWithoutANameOrWhereNothingIs() {
        try (var desk = new Desk(site, "operator-7", "operator")) {
            for (var name : List.of("", "porter\u0000", "x".repeat(65))) {
                desk.post(LARCH + "/staff", Map.of("member", name, "link", "true"))
                        .is(422)
                        .says(Words.ENGLISH.say("network.refused"));
            }
            desk.post("/operator/network/nowhere/staff", Map.of("member", "porter-9"))
                    .is(404);
            desk.get("/operator/network/corner/slots").is(404);
            desk.look("/operator/audit?act=invite_staff").saysNot("porter-9");
            desk.post(LARCH + "/staff", Map.of("member", "porter-9")).is(303);
            desk.look("/operator/network").says("Larch Street");
        }
        assertThat(site.face(Network.class).placesOf("porter-9")).containsExactly("larch");
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void timesAreOpenedSeenTakenAndClosed(Screen screen, Words words, boolean javaScript) {
        var region = words == Words.ENGLISH ? "north" : "south";
        var place = "centre:" + region;
        try (var office = new Visit(browser, site, screen, words, javaScript)) {
            opens(office, place);
            if (javaScript) {
                office.isAccessible();
            }
        }
        site.jdbc()
                .sql("update delivery.slot set taken = 1 where number = (select min(number) from delivery.slot"
                        + " where place = ?)")
                .param(place)
                .update();
        site.face(Network.class).staff("porter-" + region, place, true, "operator");
        try (var staff = new Visit(browser, site, screen, words, javaScript)) {
            staff.signInAs("store", "porter-" + region);
            closes(staff, place);
            if (javaScript) {
                staff.isAccessible();
            }
        }
        assertThat(site.jdbc()
                        .sql("select act from delivery.staff_act where place = ? order by number")
                        .param(place)
                        .query(String.class)
                        .list())
                .containsExactly("close_slots", "open_slots");
    }

    private static void opens(Visit office, String place) {
        office.signInAs("operator");
        office.go("/operator/network/" + place);
        office.press("network.slots.link");
        fill(office, "09:00", "11:00", "2");
        office.press("slots.open.button");
        office.sees("slots.opened.many", 6);
        fitsTheScreen(office);
        assertThat(office.page.locator(".slot-days input:enabled")).hasCount(12);
        fill(office, "07:00", "09:00", "2");
        office.press("slots.open.button");
        office.sees("slots.refused");
        assertThat(office.page.locator(".notice"))
                .containsText(Reasons.of("is, or goes on, while the centre is closed", office.words));
        assertThat(office.page.locator("#from")).hasValue("07:00");
        office.forgive("422");
    }

    private static void closes(Visit staff, String place) {
        staff.go("/store/" + place);
        staff.press("slots.title");
        staff.sees("store.taken", 1, 2);
        for (Locator slot : staff.page.locator(".slot-days input:enabled").all()) {
            slot.check();
        }
        staff.press("slots.close");
        staff.sees("slots.closed.many", 12);
        staff.sees("store.taken", 1, 1);
        assertThat(staff.page.locator(".slot-days input:enabled")).hasCount(0);
        fitsTheScreen(staff);
        fill(staff, "15:00", "16:00", "1");
        staff.press("slots.open.button");
        staff.sees("slots.opened.many", 6);
        staff.sees("store.taken", 0, 1);
    }

    @Test
    void staffOpenAndCloseNothingElsewhere() {
        site.face(Network.class).staff("porter-larch", "larch", true, "operator");
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        var times = Map.of(
                "bay",
                "hand_over",
                "on",
                soon.toString(),
                "from",
                "12:00",
                "to",
                "13:00",
                "minutes",
                "60",
                "capacity",
                "1");
        try (var staff = new Desk(site, "porter-larch", "store")) {
            staff.post("/store/larch/slots", times).is(303);
            staff.post("/store/centre:north/slots", times).is(404);
            staff.get("/store/centre:north/slots").is(404);
            staff.get("/operator/network/larch/slots").is(403);
            staff.post("/operator/network/larch/slots", times).is(403);
            staff.post("/store/larch/slots", Map.of("bay", "hand_over")).is(422);
        }
        var open = "select number::text from delivery.slot where place = 'larch' and capacity > 0";
        var slot = site.jdbc().sql(open).query(String.class).single();
        site.face(Network.class).staff("porter-elsewhere", "centre:south", true, "operator");
        try (var staff = new Desk(site, "porter-elsewhere", "store")) {
            for (var close : Map.of("larch", 404, "centre:south", 303).entrySet()) {
                staff.post("/store/" + close.getKey() + "/slots/close", Map.of("slot", slot))
                        .is(close.getValue());
            }
        }
        assertThat(site.jdbc().sql(open).query(String.class).list()).containsExactly(slot);
    }

    private static void fill(Visit visit, String from, String to, String capacity) {
        visit.fill(Map.of("#from", from, "#to", to, "#minutes", "60", "#capacity", capacity));
    }

    private static Locator row(Visit visit, String member) {
        return visit.page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(member));
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String name(Words words, String english, String chinese) {
        return words == Words.ENGLISH ? english : chinese;
    }

    private static void fitsTheScreen(Visit visit) {
        int width = (int) visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(visit.page.viewportSize().width);
    }

    private static MasterRows csv(String text) {
        return new MasterRows.Csv(text.getBytes(StandardCharsets.UTF_8));
    }
}

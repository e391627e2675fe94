package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import dev.holdfast.web.page.Browser.Screen;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Two orders of one launch, by the pages of those it takes: one is handed over and called back, the other's unit is
/// stopped before anybody has it.
final class HandOverChain implements AutoCloseable {
    private static final Pattern RUN = Pattern.compile(".*/plan/runs/\\d+");
    private static final int UNITS = 2;

    private final StartedSite site;
    private final ChainPlant plant;
    private final Words words;
    private final Visit owner;
    private final Visit waiting;
    private final Visit planner;
    private final Visit tablet;
    private final Visit desk;
    private String owned = "";
    private String stopped = "";

    HandOverChain(Browser browser, StartedSite site, ChainPlant plant, Words words) {
        this.site = site;
        this.plant = plant;
        this.words = words;
        this.owner = new Visit(browser, site, Screen.PHONE, words, true);
        this.waiting = new Visit(browser, site, Screen.PHONE, words, true);
        this.planner = new Visit(browser, site, Screen.DESK, words, true);
        this.tablet = new Visit(browser, site, Screen.DESK, words, true);
        this.desk = new Visit(browser, site, Screen.DESK, words, true);
    }

    void fromTheButtonToTheRecall() {
        plant.opens(name("porter"));
        planned();
        owner.signIn(name("fan-first"));
        waiting.signIn(name("fan-second"));
        owned = ordered(owner);
        stopped = ordered(waiting);
        promisedAgain();
        locked(owner, owned);
        locked(waiting, stopped);
        built();
        slotChosen(owner, owned);
        slotChosen(waiting, stopped);
        tablet.signInAs("store", name("porter"));
        String other = handedOver();
        reported();
        diagnosed();
        desk.signInAs("operator", name("quality"));
        raised();
        held();
        notHandedOver(other);
        recalled();
        told();
        writtenTo();
    }

    private String name(String who) {
        return who + "-" + words.tag();
    }

    private void planned() {
        planner.signInAs("planner", name("planner"));
        enter(planner, "plan");
        publish();
    }

    /// Looks at what a plan of this moment would do, and tells everybody.
    private void publish() {
        planner.press("plan.part.NOW");
        planner.picture("plan");
        planner.press("plan.preview");
        planner.page.waitForURL(RUN);
        assertThat(planner.page.locator("h1 .badge")).hasText(words.say("plan.state.PREVIEW"));
        planner.page.locator(".today button").click();
        planner.sees("plan.published.done");
        planner.picture("published");
    }

    /// @return the address of its page
    private String ordered(Visit fan) {
        String deposit = words.money(new Money(ChainPlant.DEPOSIT, "CNY"));
        fan.go("/launches/" + plant.slug());
        fan.sees("offer.window");
        fan.press("order.button");
        fan.seesOrder();
        String order = fan.page.url().substring(site.address("").length());
        fan.press("pay.button", deposit);
        fan.press("counter.pay", deposit);
        fan.seesOrder();
        fan.goUntil(order, "PLACED");
        fan.picture("order");
        return order;
    }

    /// The supplier is a week late. The planner writes it down and plans again.
    private void promisedAgain() {
        planner.press("plan.part.EVENTS");
        planner.press("plan.tell");
        planner.fill(Map.of("#commitment", "PO-1", "#component", "pack", "#supplier", "amperon", "#quantity", "5"));
        planner.page.locator("#week").fill(late().from().toString());
        planner.press("plan.tell.button");
        planner.sees("plan.told.APPLIED");
        publish();
        owner.go(owned);
        assertThat(owner.page.locator(".promises dd"))
                .hasText(new String[] {words.window(first()), words.window(late())});
        assertThat(owner.page.locator(".moved")).containsText(words == Words.ENGLISH ? "Battery pack" : "电池包");
        owner.picture("moved");
        owner.press("consent.keep");
        assertThat(owner.page.locator("main")).not().containsText(words.say("consent.title"));
    }

    /// From the list of launches to one of its rooms.
    private void enter(Visit staff, String room) {
        staff.page
                .locator("main a[href='/operator/launches/" + plant.slug() + "/" + room + "']")
                .click();
    }

    private Window first() {
        return Window.ofWeek(plant.monday(ChainPlant.PROMISED_WEEKS));
    }

    private Window late() {
        return Window.ofWeek(plant.monday(ChainPlant.PROMISED_WEEKS + 1));
    }

    private static void locked(Visit fan, String order) {
        fan.go(order);
        fan.press("lock.summary");
        fan.press("lock.button");
        fan.seesState("LOCKED");
    }

    private void built() {
        plant.builds(UNITS);
        owner.goUntil(owned, "BUILT");
        waiting.goUntil(stopped, "BUILT");
        plant.readies(UNITS);
        owner.goUntil(owned, "READY");
        waiting.goUntil(stopped, "READY");
        owner.picture("ready");
    }

    private static void slotChosen(Visit fan, String order) {
        fan.go(order);
        fan.press("slot.link");
        fan.page.locator("input[name=slot]").first().check();
        fan.picture("slots");
        fan.press("slot.hold");
        fan.press("slot.confirm");
        fan.sees("slot.face.confirmed");
        fan.picture("slot");
    }

    /// @return the address of the other order's hand-over
    private String handedOver() {
        tablet.picture("store");
        tablet.go("/store/" + ChainPlant.CENTRE + "?day=" + plant.day());
        tablet.picture("day");
        var units = tablet.page.locator("main");
        String other = String.valueOf(units.getByText(plant.serial(2)).getAttribute("href"));
        units.getByText(plant.serial(1)).click();
        gone("handover.face.delivered");
        tablet.picture("handover");
        owner.goUntil(owned, "DELIVERED");
        owner.press("handover.link");
        owner.sees("handover.face.delivered");
        owner.sees("handover.signature");
        owner.picture("handover");
        return other;
    }

    /// Everything is as it should be, and whoever takes it over signs.
    ///
    /// @param told what the tablet then says
    private void gone(String told) {
        for (Locator good : tablet.page.locator("input[value=good]").all()) {
            good.check();
        }
        tablet.signs();
        tablet.page.getByLabel(words.say("store.done")).check();
        assertThat(tablet.page.locator("[data-kept]")).hasText(words.say(told));
    }

    private void reported() {
        owner.go(owned);
        owner.press("service.link");
        owner.picture("service");
        owner.page.locator("#words").fill(words == Words.ENGLISH ? "It grows warm while it charges." : "充电时发热。");
        owner.press("ticket.send");
        owner.sees("ticket.state.OPEN");
        owner.picture("ticket");
    }

    private void diagnosed() {
        tablet.go("/store");
        tablet.press("ticket.list");
        tablet.picture("tickets");
        tablet.page
                .locator("main li")
                .filter(new Locator.FilterOptions().setHasText(plant.serial(1)))
                .locator("a")
                .click();
        tablet.fill(Map.of("#component", "pack", "#symptom", "warm", "#lot", plant.lot()));
        tablet.press("ticket.diagnose.send");
        tablet.sees("ticket.state.DIAGNOSED");
        tablet.picture("diagnosed");
        owner.page.reload();
        owner.sees("ticket.state.DIAGNOSED");
    }

    private void raised() {
        enter(desk, "quality");
        desk.press("quality.open");
        desk.page.locator("#source").selectOption("TICKET");
        desk.fill(Map.of("#component", "pack", "#symptom", "warm", "#lots", plant.lot(), "#words", "Seen by a store."));
        desk.press("quality.open.do");
        desk.page.locator("[name=said]").fill("Measured: 61 °C.");
        desk.press("quality.confirm");
        desk.sees("quality.state.CONFIRMED");
        desk.picture("incident");
    }

    private void held() {
        desk.press("quality.stop");
        desk.fill(Map.of("#lot", plant.lot(), "#stop-incident", incident()));
        desk.fill(Map.of("#told_en", "We look into its battery.", "#told_zh", "我们在检查它的电池。"));
        desk.press("quality.stop.do");
        desk.sees("quality.stop.units", UNITS, UNITS);
        desk.picture("stop");
    }

    private String incident() {
        return String.valueOf(desk.page.locator("[id^=incident-]").first().getAttribute("id"))
                .replaceFirst(".*-", "");
    }

    /// Whatever is said and signed, it stays where it is; and its order is in line again.
    private void notHandedOver(String other) {
        tablet.go(other);
        assertThat(tablet.page.locator("[role=alert]")).hasText(words.say("store.quarantined"));
        gone("store.quarantined");
        tablet.picture("stopped");
        waiting.goUntil(stopped, "LOCKED");
        waiting.sees("cause.unit_quarantined");
        waiting.picture("stopped");
    }

    private void recalled() {
        desk.press("recall.begin");
        desk.fill(Map.of("#recalled", plant.lot(), "#recall-incident", incident(), "#minutes", "40"));
        desk.fill(Map.of("#title_en", "The battery may grow warm", "#title_zh", "电池可能发热"));
        desk.fill(Map.of("#remedy_en", "We change the cells.", "#remedy_zh", "我们更换电芯。"));
        desk.press("recall.do");
        desk.page.locator("main").getByText(title()).first().click();
        desk.sees("recall.counts", UNITS, 1, 0, 1);
        assertThat(desk.page.locator("main")).containsText(plant.serial(1));
        desk.picture("recall");
    }

    private String title() {
        return words == Words.ENGLISH ? "The battery may grow warm" : "电池可能发热";
    }

    private void told() {
        owner.go(owned);
        assertThat(owner.page.locator("[role=alert]")).containsText(words.say("recalled.title", title()));
        assertThat(owner.page.locator("section[aria-labelledby=states-title] .step-name"))
                .hasText(Stream.of("HELD", "PLACED", "LOCKED", "SCHEDULED", "BUILT", "READY", "DELIVERED")
                        .map(OrderState::valueOf)
                        .map(state -> words.say("state." + state))
                        .toArray(String[]::new));
        assertThat(owner.page.locator(".answer-window")).containsText(words.say("state.DELIVERED"));
        assertThat(owner.page.locator(".answer-window")).not().containsText(words.say("order.window"));
        owner.picture("recalled");
    }

    /// Letters wait where no mail server was given, and operators read them.
    private void writtenTo() {
        desk.go("/operator/mail");
        var letters = desk.page
                .locator("main tr")
                .filter(new Locator.FilterOptions().setHasText(StartedSite.mail(name("fan-first"))));
        assertThat(letters.filter(new Locator.FilterOptions().setHasText(title())))
                .hasCount(1);
        desk.picture("mail");
    }

    /// What anybody sees of it, some weeks later.
    void countedInPublic(Visit anybody) {
        anybody.go("/");
        anybody.press("kept.title");
        anybody.picture("kept-all");
        anybody.page.locator("main a[href='/kept/" + plant.slug() + "']").click();
        anybody.sees("kept.of", 1, UNITS);
        anybody.picture("kept");
    }

    @Override
    public void close() {
        Stream.of(owner, waiting, planner, tablet, desk).forEach(Visit::close);
    }
}

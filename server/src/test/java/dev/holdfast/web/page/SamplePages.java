package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.receipt.Checked;
import dev.holdfast.launch.receipt.OrderReceipt;
import dev.holdfast.member.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every page in every state worth looking at, rendered from the sample world without a server.
final class SamplePages {
    private static final Templates TEMPLATES = new Templates();
    private static final Assets ASSETS = new Assets();

    private final Words words;

    SamplePages(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("launches", launches());
        pages.put("launch", launch(State.OPEN, null, null));
        pages.put("launch-stranger", stranger());
        pages.put("launch-wheels", wheels());
        pages.put("launch-sealed", sealed());
        pages.put("launch-unplanned", unplanned());
        pages.put("launch-refused", launch(State.OPEN, refusal(), null));
        pages.put("launch-mine", launch(State.OPEN, null, SampleWorld.held().order()));
        pages.put("order-held", order(SampleWorld.held(), false));
        pages.put("order-moved", order(SampleWorld.moved(), false));
        pages.put("order-asked", order(SampleWorld.asked(), false));
        pages.put("order-forfeit", order(SampleWorld.moved(), true));
        pages.put("order-cancelled", order(SampleWorld.cancelled(), false));
        pages.put("change", change());
        pages.put("orders", orders());
        pages.put("fair", render("fair", new FairPage(frame(null), SampleWorld.launch(State.OPEN, SampleWorld.car()))));
        pages.put("receipt", receipt());
        pages.putAll(new SampleCheckout(words).all());
        pages.putAll(new SampleAccount(words).all());
        pages.put("sign-in", render("signIn", new SignInPage(frame(null), "link", false, null, null)));
        pages.put("sign-in-needed", render("signIn", new SignInPage(frame(null), null, true, "id.tern.example", null)));
        pages.put("not-found", render("problem", new ProblemPage(frame(null), 404, Problems.notice(404, words))));
        pages.put("away", render("problem", new ProblemPage(frame(null), 503, Problems.away(words))));
        pages.put("staff-launches", staffLaunches());
        pages.putAll(new SampleLobby(words).all());
        pages.putAll(new SampleOffice(words).all());
        pages.putAll(new SampleDesk(words).all());
        pages.putAll(new SampleReview(words).all());
        pages.put("order-unit", SampleUnit.order(frame(SampleWorld.MEMBER), SampleWorld.moved(), true, words));
        pages.put("order-store", SampleUnit.order(frame(SampleWorld.MEMBER), SampleWorld.held(), false, words));
        pages.putAll(new SampleHandOver(words).all());
        pages.putAll(new SampleBalances(words).all());
        pages.putAll(new SampleKept(frame(SampleWorld.MEMBER)).all());
        pages.putAll(new SampleService(words).all());
        pages.putAll(new SampleCampaign(words).all());
        pages.putAll(community());
        pages.put("live", live(SamplePulse.now(words, false)));
        pages.put("live-away", live(SamplePulse.now(words, true)));
        pages.put("live-empty", live(SamplePulse.empty(words)));
        pages.putAll(plans());
        return pages;
    }

    private Map<String, String> plans() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("plan", render("plan", plan(PlanPart.NOW).room()));
        pages.put("plan-run", render("planRun", plan(PlanPart.RUNS).run(false)));
        pages.put("plan-stale", render("planRun", plan(PlanPart.RUNS).run(true)));
        pages.put("plan-running", render("planRun", plan(PlanPart.RUNS).running()));
        pages.put(
                "plan-suppliers",
                render("planSuppliers", plan(PlanPart.SUPPLIERS).suppliers()));
        pages.put("plan-kept", render("planKept", plan(PlanPart.KEPT).kept()));
        return pages;
    }

    private Map<String, String> community() {
        var pages = new LinkedHashMap<String, String>();
        pages.putAll(new SamplePoints(words).all());
        pages.putAll(new SampleReferrals(words).all());
        pages.putAll(new SampleEvents(words).all());
        pages.putAll(new SampleAnswers(words).all());
        pages.putAll(new SampleQuestions(words).all());
        pages.putAll(new SampleWishes(words).all());
        pages.putAll(new SampleCouncils(words).all());
        pages.putAll(new SampleEventDesk(words).all());
        pages.putAll(new SampleStories(words).all());
        pages.putAll(new SampleQuality(words).all());
        return pages;
    }

    String launches() {
        var open = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var soon = SampleWorld.definition("Tern One, second series", "燕鸥一号 第二批", null, NOW.plus(Duration.ofDays(12)));
        var over =
                SampleWorld.definition("Sand Martin, the folding bike", "沙燕折叠车", null, NOW.minus(Duration.ofDays(90)));
        return render(
                "launches",
                new LaunchesPage(
                        frame(SampleWorld.MEMBER),
                        List.of(
                                open,
                                SampleWorld.launch(State.SCHEDULED, soon),
                                SampleWorld.launch(State.CLOSED, over))));
    }

    String launch(State state, @Nullable Notice notice, @Nullable Order mine) {
        return launch(SampleWorld.launch(state, SampleWorld.car()), SampleWorld.MEMBER, notice, mine);
    }

    String stranger() {
        return launch(SampleWorld.launch(State.OPEN, SampleWorld.car()), null, null, null);
    }

    String sealed() {
        var opens = NOW.plus(Duration.ofHours(52)).plusSeconds(14);
        var definition = SampleWorld.definition("Tern One, the electric car", "燕鸥一号 纯电轿车", opens, opens);
        return launch(SampleWorld.launch(State.SCHEDULED, definition), SampleWorld.MEMBER, null, null);
    }

    String launch(LaunchView launch, @Nullable String member, @Nullable Notice notice, @Nullable Order mine) {
        var offers = OfferCards.of(launch, "north", false, words);
        var options = OptionReading.of(launch.definition().offers(), SampleWorld.options());
        var room = Showroom.of(offers, options, "pro-green", "/launches/tern-one?region=north", words);
        return launch(launch, room, member, notice, mine);
    }

    private String unplanned() {
        return launch(SampleWorld.unplanned(SampleWorld.car()), SampleWorld.MEMBER, null, null);
    }

    private String wheels() {
        var launch = SampleWorld.launch(State.OPEN, SampleWheels.scooter());
        var offers = OfferCards.of(launch, "north", false, words);
        var options = OptionReading.of(launch.definition().offers(), SampleWheels.options());
        var room = Showroom.of(offers, options, "blue-spoke", "/launches/sand-martin?region=north", words);
        return launch(launch, room, SampleWorld.MEMBER, null, null);
    }

    private String launch(
            LaunchView launch, Showroom room, @Nullable String member, @Nullable Notice notice, @Nullable Order mine) {
        var offers = OfferCards.of(launch, "north", false, words);
        boolean pictured = launch.state() == State.OPEN && launch.planned();
        var picture = pictured ? Pictures.line(SampleWorld.curve(4_200), 127_071, words) : null;
        var odds = words.say("odds.likely", words.window(Window.ofWeek(LocalDate.parse("2027-09-20"))));
        var now = new LaunchPage.Now(
                "tern-one", words, launch, offers, room, "/now", "/now/picture", pictured, picture, odds);
        var regions = List.of(
                new LaunchPage.RegionChoice("north", region(launch, "north"), "?region=north", true),
                new LaunchPage.RegionChoice("south", region(launch, "south"), "?region=south", false));
        return render(
                "launch",
                new LaunchPage(
                        frame(member),
                        launch,
                        now,
                        regions,
                        "north",
                        Rules.of(launch.definition(), words),
                        mine == null ? List.of() : List.of(mine),
                        false,
                        "6f9a1b",
                        notice,
                        null,
                        List.of()));
    }

    String order(OrderHistory history, boolean forfeit) {
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var picture = Pictures.order(SampleWorld.curve(90), history, words);
        var odds = words.say("odds.kept");
        return new SampleOrder(frame(SampleWorld.MEMBER), history, launch)
                .picture(picture)
                .odds(odds)
                .forfeit(forfeit)
                .ways(List.of("sandbox"))
                .render();
    }

    private String change() {
        var before = SampleWorld.order(
                OrderState.PLACED, "pro-green", 12_345, 2_345, Window.ofWeek(LocalDate.parse("2027-08-02")));
        var after = SampleWorld.order(
                OrderState.PLACED, "base-white", 12_345, 901, Window.ofWeek(LocalDate.parse("2027-05-31")));
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        return render("change", new ChangePage(frame(SampleWorld.MEMBER), launch, before, after));
    }

    private String receipt() {
        var order = SampleWorld.moved().order();
        var receipt = new OrderReceipt(
                order.id(),
                order.launch(),
                order.position(),
                order.heldAt(),
                order.offer(),
                order.state(),
                order.first().promise(),
                order.promise(),
                NOW);
        var checked = new Checked.Genuine(receipt, "0f6a9c2e41b7d835");
        var launch = SampleWorld.car();
        return render(
                "receipt",
                new ReceiptPage(
                        frame(null),
                        "Holdfast receipt 1",
                        checked,
                        words.name(launch.name()),
                        OfferNames.of(launch, order.offer(), words),
                        launch.timeZone()));
    }

    private String orders() {
        var rows = List.of(
                new MyOrdersPage.Row(SampleWorld.moved().order(), SampleWorld.car()),
                new MyOrdersPage.Row(SampleWorld.cancelled().order(), SampleWorld.car()));
        return render("orders", new MyOrdersPage(frame(SampleWorld.MEMBER), rows));
    }

    private Notice refusal() {
        return Notice.of(
                words.say("refused.sold_out", words == Words.ENGLISH ? "Pro, orange" : "高配版,橙"),
                words.say("refused.sold_out.text"),
                new Notice.Link(words == Words.ENGLISH ? "Pro, green: 2–8 August 2027" : "高配版,青绿", "#"));
    }

    private String region(LaunchView launch, String id) {
        return words.name(launch.definition().region(id).orElseThrow().name());
    }

    Frame frame(@Nullable String member) {
        return frame(member, "fan");
    }

    private Frame frame(@Nullable String member, String role) {
        var session = member == null ? null : new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }

    private String live(LiveNow now) {
        return render("live", new LivePage(frame("operator-1", "operator"), now));
    }

    private SamplePlan plan(PlanPart part) {
        return new SamplePlan(frame("planner-1", "planner"), part);
    }

    private String staffLaunches() {
        var open = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var soon = SampleWorld.definition("Tern One, second series", "燕鸥一号 第二批", null, NOW.plus(Duration.ofDays(12)));
        var rows = Stream.of(open, SampleWorld.launch(State.SCHEDULED, soon))
                .map(launch -> StaffLaunchesPage.Row.of(launch, words))
                .toList();
        return render("staffLaunches", new StaffLaunchesPage(frame("operator-1", "operator"), rows));
    }

    static String render(String template, Object page) {
        return new String(TEMPLATES.render(template, page).plain(), StandardCharsets.UTF_8);
    }
}

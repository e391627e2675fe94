package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.web.page.Browser.Screen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From a wish to what an owner says of it, through the doors that people and machines use: pages for fans and the
/// product team, in a real browser, and the REST interface for what a shop's and a plant's own systems do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainBrowserTest {
    private static final String SECRET = "a secret of this test, with which it signs its tokens";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TITLE = "Charge at 22 kW at home";
    private static final String OWNER = "fan-owner";

    private final LiveSite site = new LiveSite(Map.of("holdfast.jwt-secret", SECRET));
    private final Browser browser = new Browser();
    private final Machine machine = new Machine(site, SECRET);

    @AfterAll
    void close() {
        machine.close();
        browser.close();
        site.close();
    }

    @Test
    void aWishIsAnsweredBuiltDeliveredAndJudgedAndItsPageShowsAllOfIt() throws InterruptedException {
        var wish = proposed();
        supported(wish, "fan-second", Words.CHINESE, Screen.PHONE);
        supported(wish, "fan-third", Words.ENGLISH, Screen.DESK);
        answered(wish);
        changed(wish);
        onSale();
        var order = ordered();
        delivered(order);
        judged(order);
        for (var words : Words.ALL) {
            seenBy(words, wish);
        }
    }

    private Visit visit(Screen screen, Words words, String member) {
        var visit = new Visit(browser, site, screen, words, true);
        visit.signIn(member);
        return visit;
    }

    /// @return the address of its page
    private String proposed() {
        try (var fan = visit(Screen.PHONE, Words.ENGLISH, OWNER)) {
            fan.go("/wishes/new");
            fan.page.locator("#title").fill(TITLE);
            fan.page.locator("#text").fill("Our house has three phases.");
            fan.press("wish.new.send");
            assertThat(fan.page.locator("h1")).hasText(TITLE);
            fan.sees("wish.state.OPEN");
            return fan.page.url().substring(site.address("").length());
        }
    }

    private void supported(String wish, String member, Words words, Screen screen) {
        try (var fan = visit(screen, words, member)) {
            fan.go(wish);
            fan.press("wish.support");
            fan.sees("wish.supported");
        }
    }

    private void answered(String wish) {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.namesAProductManager();
            operator.go(wish);
            operator.press("wish.answerIt");
            operator.page.locator("#decision").selectOption("ACCEPTED");
            operator.page.locator("#by").fill(today().plusDays(200).toString());
            operator.page.locator("#reason-en").fill("The second series charges with three phases.");
            operator.page.locator("#reason-zh").fill("第二批车型支持三相充电。");
            operator.press("desk.answer.send");
            operator.sees("desk.answer.roles");
        }
        try (var fan = visit(Screen.PHONE, Words.CHINESE, OWNER)) {
            fan.go(wish);
            fan.sees("answer.decision.ACCEPTED");
            fan.sees("promised.by", fan.words.day(today().plusDays(200)));
            fan.sees("wish.chain.launch.none");
        }
    }

    private void changed(String wish) {
        machine.put("specs/tern", Map.of("name", Map.of("en", "Tern", "zh", "燕鸥"), "askAfterDays", 30));
        machine.post("specs/tern/versions", Map.of("version", 1, "changes", List.of()));
        var change = Map.of(
                "attribute", Map.of("en", "Charging power", "zh", "充电功率"),
                "from", Map.of("en", "11 kW", "zh", "11 千瓦"),
                "to", Map.of("en", "22 kW", "zh", "22 千瓦"),
                "evidence", "test report 4711",
                "wish", wish.substring(wish.lastIndexOf('/') + 1));
        machine.post("specs/tern/versions", Map.of("version", 2, "changes", List.of(change)));
    }

    private void onSale() {
        var offer = Map.of("id", "pro", "name", Map.of("en", "Pro", "zh", "高配版"), "price", 100_000, "deposit", 9_900);
        machine.put(
                "launches/tern",
                Map.of(
                        "name",
                        Map.of("en", "Tern, second series", "zh", "燕鸥 第二批"),
                        "opensAt",
                        site.clock().instant().minusSeconds(60).toString(),
                        "currency",
                        "CNY",
                        "limitPerMember",
                        1,
                        "payWithin",
                        "PT15M",
                        "lockAfter",
                        "P7D",
                        "beyondSupply",
                        "refuse",
                        "offers",
                        List.of(offer),
                        "spec",
                        Map.of("product", "tern", "version", 2)));
        var week = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(4);
        machine.send("PUT", "launches/tern/supply", "text/csv", "offer,week,quantity\npro," + week + ",5\n");
    }

    /// @return the address of its page
    private String ordered() throws InterruptedException {
        try (var fan = visit(Screen.PHONE, Words.ENGLISH, OWNER)) {
            fan.go("/launches/tern?offer=pro");
            assertThat(fan.page.locator("main")).containsText(TITLE);
            fan.press("order.button");
            fan.seesOrder();
            var order = fan.page.url().substring(site.address("").length());
            fan.press("pay.button", "CN¥99");
            fan.press("counter.pay", "CN¥99");
            fan.seesOrder();
            untilOrderIs("PLACED");
            fan.go(order);
            fan.press("lock.summary");
            fan.press("lock.button");
            fan.seesState("LOCKED");
            return order;
        }
    }

    private void delivered(String order) throws InterruptedException {
        for (var state : List.of("built", "ready", "delivered")) {
            var at = site.clock().instant().minusMillis(1);
            machine.send(
                    "POST",
                    "launches/tern/units",
                    "text/csv",
                    "serial,configuration,state,at\nTERN-1,pro," + state + "," + at + "\n");
            machine.send("POST", "launches/tern/allocation", "application/json", "");
            untilOrderIs(state.toUpperCase(Locale.ROOT));
        }
        try (var fan = visit(Screen.PHONE, Words.ENGLISH, OWNER)) {
            fan.go(order);
            fan.seesState("DELIVERED");
        }
    }

    private void untilOrderIs(String state) throws InterruptedException {
        site.until(PATIENCE, "select count(*) = 1 from launch.orders where state = '" + state + "'");
    }

    private void judged(String order) {
        site.askOwners();
        site.clock().leap(Duration.ofDays(31));
        try (var owner = visit(Screen.PHONE, Words.CHINESE, OWNER)) {
            owner.go(order);
            owner.press("verdict.title");
            owner.page.locator("input[value=THERE_AND_GOOD]").check();
            owner.press("verdict.send");
            owner.sees("verdict.said");
        }
    }

    private void seenBy(Words words, String wish) {
        try (var anybody = new Visit(browser, site, Screen.PHONE, words, true)) {
            anybody.go(wish);
            boolean english = words == Words.ENGLISH;
            assertThat(anybody.page.locator("h1")).hasText(TITLE);
            assertThat(anybody.page.locator("#supporters")).hasText(words.count("answer.supporters", 2));
            var chain = anybody.page.locator(".chain");
            for (var said : english
                    ? List.of("Product manager", "three phases.", "22 kW", "Tern, second series")
                    : List.of("产品经理", "第二批车型支持三相充电。", "22 千瓦", "燕鸥 第二批")) {
                assertThat(chain).containsText(said);
            }
            anybody.sees("answer.decision.ACCEPTED");
            anybody.sees("verdict.delivered.one", 1);
            anybody.sees("verdict.interval", words.share(0.21), words.share(1));
            assertThat(chain.locator(".to-come")).hasCount(0);
            anybody.isAccessible();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(site.clock().instant(), ZoneOffset.UTC);
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.options.SameSiteAttribute;
import dev.holdfast.launch.EntryRules;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Screening;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A ring with one card, from its payments to the answer to an objection, with real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> RING =
            IntStream.rangeClosed(1, 4).mapToObj(number -> "ring-" + number).toList();

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();
    private final Map<String, Order> orders = new HashMap<>();

    @BeforeAll
    void open() throws InterruptedException {
        var screened = new EntryRules(null, 1, null, new Screening(60, Map.of(), Duration.ofDays(7)));
        var definition = SampleWorld.definition(
                        "Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60))
                .with(parts -> parts.entry(screened));
        site.open("car", definition, 4, 50);
        site.open("bike", definition.with(parts -> parts.entry(EntryRules.OPEN)), 4, 50);
        for (var fan : RING) {
            paid(fan, "one-card");
        }
        paid("honest", "another-card");
        site.until(PATIENCE, "select count(*) = 4 from launch.review_step");
    }

    private void paid(String fan, String card) {
        var order = site.place("car", fan, "pro-green");
        site.pay(order, "sandbox", card);
        orders.put(fan, order);
    }

    private String address(String fan) {
        return "/orders/" + requireNonNull(orders.get(fan)).id();
    }

    private String file(String fan) {
        return "/operator/reviews/" + requireNonNull(orders.get(fan)).id();
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void whoeverIsHeldReadsWhyIsDecidedAboutObjectsAndIsAnswered() {
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            fan.signIn("ring-1");
            fan.go(address("ring-1"));
            fan.sees("review.title.OPEN");
            fan.sees("review.signal.INSTRUMENT");
            fan.sees("review.explain");
            decides("ring-1", "Four members, one card.", "desk.review.release", "RELEASED");
            decides("ring-2", "It is a family.", "desk.review.keep", "KEPT");
            fan.go(address("ring-1"));
            fan.sees("review.title.RELEASED");
            fan.seesState("CANCELLED");
            assertThat(fan.page.locator(".review")).containsText("Four members, one card.");
            fan.page.locator("#review-words").fill("We are sisters.\nOur father paid.");
            fan.press("review.send");
            fan.seesOrder();
            fan.sees("review.answer.waits");
            assertThat(fan.page.locator("#review-words")).hasCount(0);
            answers("ring-1", "The next launch has room for you.");
            fan.go(address("ring-1"));
            assertThat(fan.page.locator(".review")).containsText("The next launch has room for you.");
        }
        try (var kept = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            kept.signIn("ring-2");
            kept.go(address("ring-2"));
            kept.sees("review.title.KEPT");
            kept.sees("review.step.KEPT");
            kept.seesState("PLACED");
            kept.isAccessible();
        }
    }

    @Test
    void twoMembersAtOneBrowserAreSeenToShareIt() throws InterruptedException {
        try (var browserOfTwo = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            for (var fan : List.of("couple-1", "couple-2")) {
                browserOfTwo.signIn(fan);
                browserOfTwo.go("/launches/car");
                browserOfTwo.sees("rule.screened");
                browserOfTwo.pickAndOrder("Pro", "green");
            }
            var cookie = browserOfTwo.page.context().cookies().stream()
                    .filter(one -> one.name.equals(DeviceCookie.NAME))
                    .findFirst()
                    .orElseThrow();
            Assertions.assertThat(cookie.httpOnly).isTrue();
            Assertions.assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        }
        site.until(PATIENCE, """
                select count(*) = 2 and count(distinct s.device) = 1
                from launch.signal s join launch.orders o on o.id = s.order_id
                where o.member like 'couple-%'""");
    }

    @Test
    void aLaunchThatIsNotScreenedSetsNoCookie() {
        try (var fan = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            fan.signIn("anybody");
            fan.go("/launches/bike");
            fan.pickAndOrder("Pro", "green");
            Assertions.assertThat(fan.page.context().cookies())
                    .noneMatch(cookie -> cookie.name.equals(DeviceCookie.NAME));
        }
    }

    @Test
    void whoeverIsHeldCanReadTheFormWithoutSeeingIt() {
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            fan.signIn("ring-4");
            fan.go(address("ring-4"));
            fan.sees("review.explain");
            fan.isAccessible();
        }
    }

    @Test
    void whoeverIsNotHeldReadsNothingOfIt() {
        try (var fan = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            fan.signIn("honest");
            fan.go(address("honest"));
            assertThat(fan.page.locator(".review")).hasCount(0);
        }
    }

    @Test
    void anObjectionWithoutAWordIsSentBackWithoutScript() {
        try (var fan = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            fan.signIn("ring-3");
            fan.go(address("ring-3"));
            fan.page.locator("#review-words").fill("   ");
            fan.press("review.send");
            fan.sees("review.unfit");
            fan.forgive("422");
        }
    }

    private void decides(String fan, String reason, String button, String standing) {
        try (var operator = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            operator.signInAs("operator");
            operator.go("/operator/launches/car/reviews");
            operator.isAccessible();
            assertThat(operator.page.locator("tbody tr").first())
                    .containsText("3 other members paid with the same card");
            operator.go(file(fan));
            operator.sees("desk.review.sum.of", "60", "60");
            operator.sees("desk.review.same.INSTRUMENT");
            operator.isAccessible();
            operator.page.locator("#decide-reason").fill(reason);
            operator.press(button);
            operator.sees("desk.review.standing." + standing);
            assertThat(operator.page.locator("#decide-reason")).hasCount(0);
            operator.press("desk.review.audit");
            operator.sees("act.review_" + standing.toLowerCase(Locale.ROOT));
        }
    }

    private void answers(String fan, String answer) {
        try (var operator = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            operator.signInAs("operator");
            operator.go("/operator/launches/car/reviews");
            operator.sees("desk.review.standing.APPEALED");
            operator.go(file(fan));
            assertThat(operator.page.locator("main")).containsText("Our father paid.");
            operator.isAccessible();
            operator.page.locator("#answer-words").fill(answer);
            operator.press("desk.review.answer.send");
            operator.sees("desk.review.step.ANSWERED");
            operator.go("/operator/launches/car/reviews?show=released");
            operator.sees("desk.review.released.rule");
            operator.isAccessible();
        }
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// People with real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBrowserTest {
    private static final String DEPOSIT_EN = "CN¥5,000";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
        site.open("drop", drop("Drop", null), 1, 1);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static LaunchDefinition drop(String name, @Nullable Instant revealAt) {
        return new LaunchDefinition(
                Map.of("en", name, "zh", name),
                Instant.now().minusSeconds(60),
                revealAt,
                null,
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                1,
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                LaunchDefinition.BeyondSupply.REFUSE,
                true,
                null,
                List.of(),
                List.of(
                        new Offer("one", Map.of("en", "One", "zh", "一号"), 77_700, 7_700),
                        new Offer("two", Map.of("en", "Two", "zh", "二号"), 88_800, 8_800)));
    }

    static Stream<Arguments> everyone() {
        return Stream.of(
                Arguments.of("desk", Words.ENGLISH, true),
                Arguments.of("phone", Words.CHINESE, true),
                Arguments.of("desk", Words.CHINESE, false),
                Arguments.of("phone", Words.ENGLISH, false));
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void aFanOrdersPaysAndCancelsWithAndWithoutScripts(String screen, Words words, boolean javaScript) {
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        try (var visit = new Visit(browser, site, size, words, javaScript)) {
            visit.signIn("fan-whole-" + screen + words.tag());
            visit.go("/launches/car");
            visit.pick("Pro", "高配版");
            visit.pick("green", "青绿");
            visit.page.locator("input[name=terms]").check();
            visit.press("order.button");
            visit.seesOrder();
            visit.seesState("HELD");
            visit.press("pay.button", deposit(words));
            visit.press("counter.pay", deposit(words));
            visit.seesOrder();
            untilPlaced(visit);
            visit.press("cancel.summary");
            visit.press("cancel.button");
            visit.seesState("CANCELLED");
            assertThat(visit.page.locator("main")).containsText(deposit(words));
        }
    }

    private static String deposit(Words words) {
        return words == Words.ENGLISH ? DEPOSIT_EN : "¥5,000";
    }

    /// The provider's word may take a moment; a page without scripts is loaded again by hand.
    private static void untilPlaced(Visit visit) {
        for (int tries = 0; tries < 50; tries++) {
            if (visit.page.locator(".badge.placed").count() == 1) {
                return;
            }
            visit.page.waitForTimeout(200);
            visit.page.reload();
        }
        visit.seesState("PLACED");
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void orderAndCancelNeedNothingButTheKeyboard(String screen, Words words, boolean javaScript) {
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        var red = words == Words.ENGLISH ? "red" : "朱红";
        try (var visit = new Visit(browser, site, size, words, javaScript)) {
            visit.signIn("fan-keyboard-" + screen + words.tag());
            visit.go("/");
            visit.page.keyboard().press("Tab");
            visit.page.keyboard().press("Enter");
            visit.go("/launches/car");
            visit.tabToPick(red);
            visit.page.keyboard().press("Enter");
            assertThat(visit.page.locator(".deal-name")).containsText(red);
            for (int presses = 0; !focusOn(visit.page, "terms"); presses++) {
                visit.page.keyboard().press("Tab");
                assertThat(presses).isLessThan(80);
            }
            visit.page.keyboard().press("Space");
            visit.tabTo("order.button");
            visit.page.keyboard().press("Enter");
            visit.seesOrder();
            visit.tabTo("cancel.summary");
            visit.page.keyboard().press("Enter");
            visit.tabTo("cancel.button");
            visit.page.keyboard().press("Enter");
            visit.seesState("CANCELLED");
        }
    }

    private static boolean focusOn(Page page, String name) {
        return name.equals(page.evaluate("document.activeElement.name"));
    }

    @Test
    void doubleClickRefreshAndBackMakeOneOrder() {
        var member = "fan-impatient";
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            visit.signIn(member);
            visit.go("/launches/car?offer=base-white");
            visit.page.locator("input[name=terms]").check();
            visit.page.locator(".act button").dblclick();
            visit.seesOrder();
            visit.page.reload();
            visit.page.goBack();
            visit.page.reload();
            visit.sees("launch.mine", position(member));
            assertThat(visit.page.locator(".act button").count()).isZero();
        }
        assertThat(site.launch().ordersOf(member)).hasSize(1);
    }

    private String position(String member) {
        return Words.ENGLISH.number(site.launch().ordersOf(member).getFirst().position());
    }

    @Test
    void aFormSentTwiceIsOneOrder() {
        var member = "fan-twice";
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn(member);
            visit.go("/launches/car?offer=base-white");
            visit.page.locator("input[name=terms]").check();
            var answers = visit.page.evaluate("""
                    Promise.all([1, 2, 3].map(() => fetch(document.querySelector('form.order').action,
                      {method: 'POST', body: new URLSearchParams(new FormData(document.querySelector('form.order')))})
                      .then(answer => answer.url)))""");
            var addresses = (List<?>) answers;
            assertThat(addresses.stream().distinct()).hasSize(1);
        }
        assertThat(site.launch().ordersOf(member)).hasSize(1);
    }

    @Test
    void aLaunchNamedScriptIsShownNotRun() {
        var name = "<script>alert('run')</script>";
        site.open("script", drop(name, null), 1, 5);
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/launches/script");
            assertThat(visit.page.locator("h1")).hasText(name);
        }
    }

    @Test
    void soldOutNamesWhatCanStillBeHad() {
        site.place("drop", "fan-first", "one");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn("fan-late");
            visit.go("/launches/drop?offer=one");
            assertThat(visit.page.locator(".act button")).isHidden();
            visit.sees("sooner.instead");
            visit.go("/launches/drop");
            assertThat(visit.page.locator(".pick.gone")).containsText("One");
            visit.page.evaluate("document.querySelector('input[value=two]').value = 'one'");
            visit.press("order.button");
            visit.sees("refused.sold_out", "One");
            visit.isAccessible();
            visit.page.locator(".notice a").first().click();
            assertThat(visit.page.locator("input[name=offer]")).hasValue("two");
            visit.forgive("409");
        }
    }

    @Test
    void whatIsNotPlannedYetSaysSoAndIsNotCalledSoldOut() {
        site.launch().define("early", drop("Early", null), "operator-1");
        site.launch().open("early", "operator-1");
        var early = Map.of("key", "early", "offer", "one", "terms", "1");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false);
                var desk = new Desk(site, "fan-early", "fan")) {
            visit.signIn("fan-early");
            visit.go("/launches/early");
            visit.sees("offer.unplanned.why");
            assertThat(visit.page.locator("main")).not().containsText(visit.words.say("offer.soldOut"));
            assertThat(visit.page.locator(".act :is(.check, button):visible")).hasCount(0);
            desk.post("/launches/early/orders", early).is(409).says(Words.ENGLISH.say("refused.unplanned.text"));
        }
    }

    @Test
    void aSecondOrderIsRefusedWithTheWayToTheFirst() {
        var order = site.place("car", "fan-limited", "max-blue");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            visit.signIn("fan-limited");
            visit.go("/launches/car?another=true");
            visit.pick("Max", "旗舰版");
            visit.pick("red", "朱红");
            visit.page.locator("input[name=terms]").check();
            visit.press("order.button");
            visit.press("refused.limit.look");
            visit.page.waitForURL(site.address("/orders/" + order.id()));
            visit.isAccessible();
            visit.forgive("409");
        }
    }

    @Test
    void aChangeIsShownBeforeItIsMadeAndALockedOrderAsksBeforeItForfeits() {
        var order = site.place("car", "fan-changing", "max-green");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn("fan-changing");
            visit.go("/orders/" + order.id());
            visit.press("change.summary");
            visit.page.locator("select").selectOption("base-grey");
            visit.press("change.preview");
            visit.sees("change.keeps");
            visit.isAccessible();
            visit.press("change.button", "Base, grey");
            visit.seesOrder();
            assertThat(visit.page.locator(".trail")).containsText("Base, grey");
            visit.press("pay.button", DEPOSIT_EN);
            visit.press("counter.pay", DEPOSIT_EN);
            untilPlaced(visit);
            visit.press("lock.summary");
            visit.press("lock.button");
            visit.seesState("LOCKED");
            visit.press("cancel.summary");
            visit.press("cancel.button");
            visit.sees("forfeit.title", DEPOSIT_EN);
            visit.isAccessible();
            visit.press("forfeit.keep");
            visit.seesState("LOCKED");
            visit.forgive("409");
        }
    }

    @Test
    void theFiguresStayFreshWithoutLoadingThePageAgain() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/launches/car");
            var before = visit.page.locator("#line-now dd").first().innerText();
            site.place("car", "fan-fresh", "pro-violet");
            assertThat(visit.page.locator("#line-now dd").first()).not().hasText(before);
            assertThat(visit.page.locator("#deal-now")).isVisible();
        }
    }

    @Test
    void whatIsPickedIsDrawnDatedAndStillPickedAfterAReload() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, true)) {
            visit.go("/launches/car");
            visit.pick("Max", "旗舰版");
            visit.pick("violet", "紫");
            assertThat(visit.page.locator(".product .skin")).hasAttribute("fill", Paint.DUSK.shade());
            assertThat(visit.page.locator("#deal-now .price")).hasText("¥299,900");
            assertThat(visit.page.locator(".pick[aria-current]")).hasCount(2);
            visit.isAccessible();
            visit.page.reload();
            assertThat(visit.page.locator(".deal-name")).hasText("旗舰版，紫");
        }
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void aReceiptIsDownloadedAndCheckedByAStranger(String screen, Words words, boolean javaScript) {
        var member = "fan-receipt-" + screen + words.tag();
        var order = site.place("car", member, "base-blue");
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        try (var visit = new Visit(browser, site, size, words, javaScript)) {
            visit.signIn(member);
            visit.go("/orders/" + order.id());
            visit.sees("order.first");
            visit.sees("order.current");
            var receipt = visit.page
                    .request()
                    .get(site.address("/orders/" + order.id() + "/receipt"))
                    .text();
            visit.page.context().clearCookies();
            visit.go("/receipts");
            visit.page.locator("textarea").fill(receipt.replace("position: ", "position: 1"));
            visit.page.locator("main button").click();
            visit.sees("receipt.altered");
            visit.page.locator("textarea").fill(receipt);
            visit.page.locator("main button").click();
            assertThat(visit.page.locator(".told")).containsText(visit.words.number(order.position()));
            if (javaScript) {
                visit.isAccessible();
            }
        }
    }

    @Test
    void anybodyReadsHowTheLineIsKnownToBeFair() {
        var order = site.place("car", "fan-fair", "base-sand");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/launches/car");
            visit.page.locator(".fairness a[href$='/fair']").click();
            visit.sees("fair.gapless");
            visit.isAccessible();
            assertThat(Long.parseLong(FairPage.digits(order.id()), 16)).isEqualTo(order.position());
        }
    }

    @Test
    void aConfigurationThatComesSoonerIsNamedWithTheWeeksItSaves() {
        site.open("waves", drop("Waves", null), 3, 1);
        site.place("waves", "fan-early", "one");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/launches/waves?offer=one");
            visit.sees("sooner.title");
            assertThat(visit.page.locator(".sooner")).containsText("1 week earlier");
            visit.page.locator(".sooner a").click();
            assertThat(visit.page.locator(".deal-name")).hasText("Two");
            assertThat(visit.page.locator(".sooner")).hasCount(0);
        }
    }

    @Test
    void sealedPricesAreInNothingThatIsSent() {
        site.open("sealed", drop("Sealed", Instant.now().plus(Duration.ofDays(2))), 1, 5);
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            for (var path : List.of("/", "/launches/sealed", "/now/sealed?in=en", "/now/sealed/picture?in=zh-CN")) {
                var sent = visit.page.request().get(site.address(path)).text();
                assertThat(sent).doesNotContain("777", "888", "77.00");
            }
            visit.go("/launches/sealed");
            visit.isAccessible();
        }
    }

    @Test
    void pagesOfOthersAndOfNobodySayWhereToGo() {
        var order = site.place("car", "fan-private", "max-sand");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, true)) {
            visit.go("/orders/" + order.id());
            visit.sees("problem.401");
            visit.signIn("fan-curious");
            visit.go("/orders/" + order.id());
            visit.sees("problem.404");
            visit.go("/no/such/page");
            visit.sees("problem.404");
            visit.isAccessible();
            visit.forgive("40");
        }
    }

    @Test
    void theLanguageSwitchStaysOnThePage() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go("/launches/car?region=south");
            visit.page.locator("a.language").click();
            assertThat(visit.page.locator("h1")).hasText("燕鸥一号");
            assertThat(visit.page.url()).endsWith("/launches/car?region=south");
            assertThat(visit.page.locator("html")).hasAttribute("lang", "zh-CN");
        }
    }
}

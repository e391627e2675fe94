package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Choice;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Campaign.Question;
import dev.holdfast.launch.Campaign.StretchGoal;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A backer with a real browser, from the pledge to the money, in both languages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignBrowserTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    /// Longer than any of the backers needs on a slow machine; the clock then leaps over what is left of it.
    private static final Duration RUNS = Duration.ofHours(1);

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @BeforeAll
    void openForLooks() {
        site.launch().define("looks", definition(Duration.ofHours(50)), "operator-1");
    }

    private LaunchDefinition definition(Duration in) {
        var end = site.clock().instant().plus(in);
        return new LaunchDefinition(
                        Map.of("en", "Harbour Works lantern", "zh", "海港工坊 提灯"),
                        end.minus(Duration.ofHours(75)),
                        null,
                        end,
                        ZoneId.of("Asia/Shanghai"),
                        "CNY",
                        2,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(offer("early", "Early bird", "早鸟", 39_900), offer("normal", "Standard", "标准", 49_900)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign(end)));
    }

    private static Offer offer(String id, String english, String chinese, long price) {
        return new Offer(id, Map.of("en", english, "zh", chinese), price, price);
    }

    private static Campaign campaign(Instant end) {
        return new Campaign(
                Funding.ALL_OR_NOTHING,
                30_000,
                List.of(new Tier("early", 1L, null, "normal", false)),
                List.of(new StretchGoal(90_000, Map.of("en", "A second lamp", "zh", "第二盏灯"))),
                List.of(new AddOn("hook", Map.of("en", "Hook", "zh", "挂钩"), 1_000, 5L)),
                Duration.ofDays(7),
                null,
                null,
                List.of(new Question(
                        "colour",
                        Map.of("en", "Which colour?", "zh", "什么颜色？"),
                        List.of(new Choice("red", Map.of("en", "Red", "zh", "红色"))),
                        false)),
                end.plus(Duration.ofDays(60)));
    }

    static Stream<Arguments> both() {
        return Stream.of(Arguments.of("phone", Words.CHINESE), Arguments.of("desk", Words.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aBackerPledgesAnswersAndIsChargedWhenTheCampaignSucceeds(String screen, Words words) {
        var slug = "lantern-" + words.tag().toLowerCase(Locale.ROOT);
        site.launch().define(slug, definition(RUNS), "operator-1");
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        try (var visit = new Visit(browser, site, size, words, true)) {
            visit.signIn("backer-" + words.tag());
            visit.go("/launches/" + slug + "?offer=early");
            visit.sees("campaign.rule.ALL_OR_NOTHING");
            visit.page.locator("input[name='addOn.hook']").fill("2");
            visit.isAccessible();
            picture(visit, slug + "-launch");
            visit.press("pledge.button");
            visit.seesOrder();
            visit.press("pledge.authorise", words.money(new Money(41_900, "CNY")));
            visit.press("counter.pay", words.money(new Money(41_900, "CNY")));
            visit.seesOrder();
            untilMoney(visit, "AUTHORISED");
            visit.isAccessible();
            picture(visit, slug + "-pledged");
            answer(visit);
            site.clock().leap(RUNS);
            untilMoney(visit, "TAKEN");
            picture(visit, slug + "-paid");
        }
    }

    private static void answer(Visit visit) {
        visit.page.locator("select[name='answer.colour']").selectOption("red");
        visit.press("survey.keep");
        assertThat(visit.page.locator("select[name='answer.colour']")).hasValue("red");
        for (var part : List.of("recipient", "phone", "lines", "city")) {
            visit.page.locator("input[name='" + part + "']").fill("1 " + part);
        }
        visit.press("address.keep");
        assertThat(visit.page.locator("input[name='city']")).hasValue("1 city");
    }

    /// The provider's word and the end of a campaign both take a moment.
    private static void untilMoney(Visit visit, String money) {
        var wanted = visit.words.say("pledge.money." + money);
        for (int tries = 0; tries < 300; tries++) {
            if (wanted.equals(visit.page.locator("#pledge-title").innerText().strip())) {
                return;
            }
            visit.page.waitForTimeout(300);
            visit.page.navigate(visit.page.url().replaceAll("[?#].*", ""));
        }
        visit.sees("pledge.money." + money);
    }

    @Test
    void whoComesTooLateForTheEarlyTierIsToldTheNextAndItsPrice() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.ENGLISH, false)) {
            visit.signIn("late-backer");
            visit.go("/launches/looks?offer=early");
            site.place("looks", "first-backer", "early");
            visit.press("pledge.button");
            visit.sees("refused.tier", "Early bird");
            visit.press("refused.tier.next", "Standard", Words.ENGLISH.money(new Money(49_900, "CNY")));
            picture(visit, "campaign-next-tier");
            assertThat(visit.page.url()).contains("offer=normal");
            visit.go("/launches/looks?offer=early");
            visit.sees("offer.tierGone");
            visit.forgive("409");
        }
        assertThat(site.launch().ordersOf("late-backer")).isEmpty();
    }

    @Test
    void aBackerWhoseBankRefusesUsesAnotherCardAndTheOperatorSeesIt() {
        site.launch().define("refusing", definition(RUNS), "operator-1");
        var price = Words.ENGLISH.money(new Money(39_900, "CNY"));
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn("refused-backer");
            visit.go("/launches/refusing?offer=early");
            visit.press("pledge.button");
            visit.seesOrder();
            visit.press("pledge.authorise", price);
            visit.press("counter.refuse");
            visit.seesOrder();
            site.clock().leap(RUNS);
            untilMoney(visit, "MENDING");
            picture(visit, "mending");
            lookAsOperator(Screen.DESK, Words.ENGLISH);
            lookAsOperator(Screen.PHONE, Words.CHINESE);
            visit.press("pledge.mend", price);
            visit.press("counter.pay", price);
            visit.seesOrder();
            untilMoney(visit, "TAKEN");
        }
    }

    private void lookAsOperator(Screen screen, Words words) {
        try (var visit = new Visit(browser, site, screen, words, true)) {
            visit.signInAs("operator");
            visit.go("/operator/launches/refusing/campaign");
            visit.sees("funding.money.MENDING");
            visit.sees("funding.act.CAPTURE");
            visit.isAccessible();
            picture(visit, "operator-" + words.tag().toLowerCase(Locale.ROOT));
            visit.go("/operator/launches/refusing");
            assertThat(visit.page.locator("form[action$='/close']")).hasCount(0);
        }
    }

    @Test
    void theFiguresAreTheSameForEverybodyAndKeptForASecond() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            var answer = visit.page.request().get(site.address("/now/looks/campaign?in=en"));
            assertThat(answer.headers()).containsEntry("cache-control", "public, max-age=1");
            assertThat(answer.text()).contains("Backers");
        }
    }

    private static void picture(Visit visit, String name) {
        visit.page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve("campaign-" + name + ".png")));
    }
}

package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The planner's room on the real application: looked at, tried out, previewed, published and asked why.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanBrowserTest {
    private static final Pattern RUN = Pattern.compile(".*/plan/runs/\\d+");

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private Visit planner(Screen screen, Words words, boolean javaScript) {
        var visit = new Visit(browser, site, screen, words, javaScript);
        visit.signInAs("planner");
        return visit;
    }

    /// Kept beside the pictures of the gallery, because a page with real figures is the one to look at.
    private static void picture(Visit visit, String name) {
        visit.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "live-" + name + "-" + visit.words.tag() + ".png")));
    }

    private static void preview(Visit visit, PlannedLaunch launch) {
        visit.go(launch.room(""));
        visit.press("plan.preview");
        visit.page.waitForURL(RUN);
        assertThat(visit.page.locator("h1 .badge")).hasText(visit.words.say("plan.state.PREVIEW"));
    }

    private static void publish(Visit visit) {
        visit.page.locator(".today button").click();
        visit.sees("plan.published.done");
    }

    @Test
    void theRoomSaysWhatATodayPlanWouldDoAndWhatToCallAbout() {
        var launch = new PlannedLaunch(site, "room");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, true)) {
            visit.go(launch.room(""));
            assertThat(visit.page.locator(".today h2")).containsText("would move");
            assertThat(visit.page.locator(".leads li").first()).containsText("Battery cell");
            assertThat(visit.page.locator(".leads li").first()).containsText("Amperon");
            assertThat(visit.page.locator("#heat tbody tr").first()).containsText("Battery cell");
            visit.isAccessible();
            picture(visit, "plan");
            visit.page.locator(".leads a").first().click();
            assertThat(visit.page.locator("#compared")).containsText("Battery cell: 1 weeks earlier");
        }
    }

    @Test
    void aTypedSlipShowsWhoWouldMoveAndTellsNobody() {
        var launch = new PlannedLaunch(site, "slip");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, true)) {
            visit.go(launch.room("?component=cell"));
            visit.page.locator("#slip-weeks").fill("3");
            visit.press("plan.slip.see");
            var later = visit.page
                    .locator("#compared tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(visit.words.say("plan.thanAsIs.later")));
            assertThat(later.locator("td").nth(1)).not().hasText("0");
            visit.isAccessible();
            picture(visit, "what-if");
            visit.page.locator("#group").selectOption(new SelectOption().setIndex(1));
            visit.press("plan.whatIf.compare");
            assertThat(visit.page.locator("#group-title")).containsText("Only");
            assertThat(visit.page.locator(".compared").nth(1).locator("tbody tr"))
                    .hasCount(5);
            visit.isAccessible();
            visit.go(launch.room("/runs"));
            visit.sees("plan.runs.none");
        }
    }

    @Test
    void aCurveThatIsDraggedToTheRightIsASlip() {
        var launch = new PlannedLaunch(site, "drag");
        try (var visit = planner(Screen.DESK, Words.CHINESE, true)) {
            visit.go(launch.room("?component=cell"));
            var hill = visit.page.locator("[data-steps=component] .drawing.wide .steps-hill");
            hill.scrollIntoViewIfNeeded();
            var box = hill.boundingBox();
            double y = box.y + box.height - 6;
            visit.page.mouse().move(box.x + box.width * .7, y);
            visit.page.mouse().down();
            visit.page.mouse().move(box.x + box.width * .8, y);
            visit.page.mouse().up();
            visit.page.waitForURL(Pattern.compile(".*amount=[2-9]\\b.*"));
            assertThat(visit.page.locator("#compared")).containsText("电芯");
        }
    }

    @Test
    void aPreviewIsPublishedAndAnEarlierPlanAgain() {
        var launch = new PlannedLaunch(site, "publish");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, true)) {
            preview(visit, launch);
            assertThat(visit.page.locator(".slider input")).hasCount(6);
            visit.isAccessible();
            picture(visit, "run");
            publish(visit);
            launch.tell("commitment,component,supplier,quantity,week,status\ncells-8,cell,amperon,9,"
                    + PlannedLaunch.monday(14) + ",committed\n");
            preview(visit, launch);
            assertThat(visit.page.locator(".today h2")).not().hasText(visit.words.say("plan.moves.nobody"));
            publish(visit);
            visit.go(launch.room("/runs"));
            visit.isAccessible();
            picture(visit, "runs");
            visit.go(launch.room("/runs/1"));
            visit.press("plan.publish.again");
            assertThat(visit.page.locator("main")).containsText(visit.words.say("plan.republishes", "1"));
        }
    }

    @Test
    void aStalePreviewSaysSoWithTheDifferenceAndAFreshOne() {
        var launch = new PlannedLaunch(site, "stale");
        try (var visit = planner(Screen.PHONE, Words.ENGLISH, true)) {
            preview(visit, launch);
            preview(visit, launch);
            publish(visit);
            visit.go(launch.room("/runs/1"));
            visit.page.locator(".today button").click();
            visit.sees("plan.stale", "1");
            visit.sees("plan.stale.publication");
            assertThat(visit.page.locator(".notice")).containsText("would have moved and now stay");
            visit.isAccessible();
            picture(visit, "stale");
            visit.forgive("409");
        }
    }

    @Test
    void theSliderPreviewsAnotherChoiceByTheArrowKeys() {
        var launch = new PlannedLaunch(site, "slider");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, true)) {
            preview(visit, launch);
            visit.page.locator(".slider input:checked").focus();
            visit.page.keyboard().press("ArrowLeft");
            assertThat(visit.page.locator("#stop-figures-0")).isVisible();
            visit.press("plan.slider.preview");
            assertThat(visit.page.locator("main")).containsText("Strict line; asked for");
        }
    }

    @Test
    void anOrderIsExplainedByItsPosition() {
        var launch = new PlannedLaunch(site, "why");
        try (var visit = planner(Screen.DESK, Words.CHINESE, true)) {
            preview(visit, launch);
            visit.go(launch.room("/why"));
            visit.page.locator("#order").fill("20");
            visit.press("plan.why.ask");
            assertThat(visit.page.locator(".why")).containsText("电芯");
            assertThat(visit.page.locator(".levers li").first()).containsText("提前一周");
            visit.isAccessible();
            picture(visit, "why");
            visit.go(launch.room("/why?order=999"));
            visit.sees("plan.why.unknown", "999");
            visit.forgive("404");
        }
    }

    @Test
    void withoutScriptsAPlanIsPreviewedAndPublishedOnAPhone() {
        var launch = new PlannedLaunch(site, "plain");
        try (var visit = planner(Screen.PHONE, Words.CHINESE, false)) {
            preview(visit, launch);
            publish(visit);
            visit.go(launch.room("/what-if"));
            visit.page.locator("#subject-1").selectOption("component:cell");
            visit.page.locator("#amount-1").fill("2");
            visit.press("plan.whatIf.compare");
            assertThat(visit.page.locator("#compared")).containsText("推迟 2 周");
        }
    }

    @Test
    void aBadFileIsShownWithItsFaultsWhereTheyAre() {
        var launch = new PlannedLaunch(site, "file");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, true)) {
            visit.go(launch.room("/data/bom"));
            upload(visit, "parent,child,quantity,leadTimeWeeks\npro-green,cell,-2,1\nbase-white,nothing,1,1\n");
            assertThat(visit.page.locator(".faults .wrong").first()).containsText("-2");
            visit.isAccessible();
            picture(visit, "faults");
            visit.forgive("422");
            visit.go(launch.room("/data/bom"));
            upload(visit, "parent,child,quantity,leadTimeWeeks\npro-green,cell,3,1\nbase-white,cell,1,1\n");
            visit.sees("plan.upload.taken");
            visit.isAccessible();
        }
    }

    private static void upload(Visit visit, String csv) {
        visit.page
                .locator("#table")
                .setInputFiles(new FilePayload("bom.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        visit.press("plan.upload");
    }

    @Test
    void whatASupplierSaysIsWrittenDownAndListed() {
        var launch = new PlannedLaunch(site, "told");
        try (var visit = planner(Screen.DESK, Words.ENGLISH, false)) {
            visit.go(launch.room("/events"));
            visit.press("plan.tell");
            PlannedLaunch.commitment(15)
                    .forEach((name, value) -> visit.page.locator("#" + name).fill(value));
            visit.press("plan.tell.button");
            visit.sees("plan.told.APPLIED");
            assertThat(visit.page.locator("tbody tr").first()).containsText("cells-8");
            picture(visit, "events");
        }
    }

    @Test
    void everyPartReadsWellOnAPhoneInTheDark() {
        var launch = new PlannedLaunch(site, "parts");
        try (var visit = planner(Screen.PHONE.inTheDark(), Words.CHINESE, true)) {
            preview(visit, launch);
            for (var part : PlanPart.all()) {
                visit.go(part.address(launch.slug));
                assertThat(visit.page.locator("h1")).hasText(visit.words.say("plan.part." + part));
                org.assertj.core.api.Assertions.assertThat(
                                (int) visit.page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of " + part)
                        .isLessThanOrEqualTo(Screen.PHONE.width());
                visit.isAccessible();
                picture(visit, "part-" + part);
            }
        }
    }

    @Test
    void aFanIsNotLetIn() {
        var launch = new PlannedLaunch(site, "fan");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn("fan-curious");
            for (var part : PlanPart.all()) {
                visit.go(part.address(launch.slug));
                visit.sees("problem.role");
            }
            visit.forgive("403");
        }
    }
}

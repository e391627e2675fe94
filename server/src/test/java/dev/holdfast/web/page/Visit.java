package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One person with one browser on the live site, whose every console message counts as a fault.
final class Visit implements AutoCloseable {
    private static final int MAX_LOADS = 240;
    private static final double BETWEEN_LOADS_MS = 250;
    private static final Pattern ORDER = Pattern.compile(".*/orders/[0-9a-f-]{36}(\\?.*)?");

    private final Served site;
    private final BrowserContext person;
    private final List<String> faults = new ArrayList<>();
    private int pictures;
    final Words words;
    final Page page;

    Visit(Browser browser, Served site, Screen screen, Words words, boolean javaScript) {
        this.site = site;
        this.words = words;
        this.person = browser.person(screen, words, javaScript);
        person.setDefaultTimeout(Browser.PATIENCE_MS);
        this.page = person.newPage();
        page.onConsoleMessage(message -> faults.add(page.url() + " console: " + message.text()));
        page.onPageError(error -> faults.add(page.url() + " error: " + error));
        page.onDialog(dialog -> {
            faults.add(page.url() + " dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    void go(String path) {
        page.navigate(site.address(path));
    }

    void signIn(String member) {
        site.signIn(this, member, "fan");
        page.waitForURL(site.address("/"));
    }

    /// As somebody who runs launches.
    void signInAs(String role) {
        signInAs(role, role + "-7");
    }

    void signInAs(String role, String member) {
        site.signIn(this, member, role);
        page.waitForURL(site.address(role.equals("store") ? "/store" : "/operator"));
    }

    /// Adds a role that signs answers, as an operator.
    void namesAProductManager() {
        go("/operator/answers");
        page.locator("#role").fill("product-manager");
        page.locator("#english").fill("Product manager");
        page.locator("#chinese").fill("产品经理");
        press("desk.answer.role.add");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("product-manager");
    }

    /// Presses the button or link that says the sentence.
    void press(String sentence, Object... values) {
        page.locator("main")
                .locator("button, a, summary")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("^\\s*" + escaped(words.say(sentence, values)) + "\\s*$")))
                .first()
                .click();
    }

    /// Picks a choice of an option by what it is called, and waits until it is picked.
    void pick(String english, String chinese) {
        var name = words == Words.ENGLISH ? english : chinese;
        var choice = page.locator(".pick")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                ".pick-name",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
        choice.click();
        PlaywrightAssertions.assertThat(choice).hasAttribute("aria-current", "true");
    }

    /// Orders a car of a trim and a colour, named in English.
    void pickAndOrder(String trim, String colour) {
        pick(trim, trim);
        pick(colour, colour);
        page.locator("input[name=terms]").check();
        press("order.button");
        seesOrder();
    }

    void tabToPick(String name) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            var focused = page.evaluate("document.activeElement.querySelector('.pick-name')?.innerText");
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("No tab key leads to the choice '" + name + "' on " + page.url());
    }

    /// For the pattern language of the browser, which knows no quoting of whole texts.
    private static String escaped(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    /// Moves the focus by the tab key until it is on what says the sentence.
    void tabTo(String sentence, Object... values) {
        var wanted = words.say(sentence, values);
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            var focused = page.evaluate("document.activeElement.innerText");
            if (wanted.equals(String.valueOf(focused).strip())) {
                return;
            }
        }
        throw new AssertionError("No tab key leads to '" + wanted + "' on " + page.url());
    }

    void seesOrder() {
        page.waitForURL(ORDER);
    }

    void sees(String sentence, Object... values) {
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(words.say(sentence, values));
    }

    void seesState(String state) {
        PlaywrightAssertions.assertThat(page.locator(".heading .badge")).hasText(words.say("state." + state));
    }

    void fill(Map<String, String> fields) {
        fields.forEach((field, text) -> page.locator(field).fill(text));
    }

    /// Loads the page of an order until it is in the state: what the server does by itself takes its time.
    void goUntil(String order, String state) {
        var badge = page.locator(".heading .badge");
        var wanted = words.say("state." + state);
        go(order);
        for (int times = 0; times < MAX_LOADS && !badge.textContent().strip().equals(wanted); times++) {
            page.waitForTimeout(BETWEEN_LOADS_MS);
            page.reload();
        }
        seesState(state);
    }

    /// Draws a line with a finger where a tablet wants a signature.
    void signs() {
        var pad = page.locator("[data-pad]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 80, box.y + 60);
        page.mouse().move(box.x + 140, box.y + 30);
        page.mouse().up();
    }

    /// Kept to be looked at, where somebody wants to.
    void picture(String name) {
        if (!System.getProperty("holdfast.screenshots", "none").equals("none")) {
            var file = "chain-" + pictures++ + "-" + name + "-" + words.tag() + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", file)));
        }
    }

    /// Reads as well to those who do not see it.
    void isAccessible() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as("what axe objects to on " + page.url()).isEmpty();
    }

    /// Takes notice of messages that a test expects, such as the browser's own about a 409.
    void forgive(String part) {
        faults.removeIf(fault -> fault.contains(part));
    }

    @Override
    public void close() {
        person.close();
        assertThat(faults).isEmpty();
    }
}

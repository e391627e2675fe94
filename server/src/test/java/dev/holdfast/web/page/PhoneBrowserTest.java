package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.holdfast.launch.EntryRules;
import dev.holdfast.member.phone.TwilioTwin;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever wants to order where a telephone has to be proved, with real browsers on the real application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneBrowserTest {
    private final TwilioTwin twilio = new TwilioTwin();
    private final LiveSite site = new LiveSite(twilio.settings());
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        var asks = new EntryRules(null, 1, EntryRules.Verified.PHONE, null);
        var definition = SampleWorld.definition(
                        "Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60))
                .with(parts -> parts.entry(asks));
        site.open("car", definition, 4, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
        twilio.close();
    }

    @ParameterizedTest
    @CsvSource({"desk, en, true, +447700900200", "phone, zh, false, +8613800138001"})
    void whoIsRefusedProvesATelephoneAndOrders(String screen, String language, boolean javaScript, String number) {
        var size = screen.equals("phone") ? Screen.PHONE : Screen.DESK;
        try (var visit = new Visit(browser, site, size, Words.in(language), javaScript)) {
            visit.signIn("fan-" + language);
            orders(visit);
            visit.sees("refused.phone");
            visit.press("refused.phone.go");
            visit.sees("phone.how");
            visit.page.locator("#number").fill("110");
            visit.press("phone.button");
            visit.sees("phone.refused.invalid_number");
            visit.page.locator("#number").fill(number);
            visit.press("phone.button");
            visit.sees("phone.code.title");
            if (javaScript) {
                visit.isAccessible();
            }
            var code = twilio.code(number);
            visit.page.locator("#code").fill(code.equals("123456") ? "123457" : "123456");
            visit.press("phone.code.button");
            visit.sees("phone.wrong");
            visit.page.locator("#code").fill(code);
            visit.press("phone.code.button");
            assertThat(visit.page.locator(".lead")).containsText(number.substring(0, 3));
            visit.go("/account");
            visit.sees("account.phone");
            orders(visit);
            visit.seesOrder();
            visit.forgive("409");
            visit.forgive("422");
        }
    }

    private static void orders(Visit visit) {
        visit.go("/launches/car");
        visit.pick("Pro", "高配版");
        visit.pick("green", "青绿");
        visit.page.locator("input[name=terms]").check();
        visit.press("order.button");
    }
}

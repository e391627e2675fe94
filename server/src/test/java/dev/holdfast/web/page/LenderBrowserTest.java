package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.web.page.Browser.Screen;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A lender confirms what it pays, takes it back, and sees nothing of any other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LenderBrowserTest {
    private static final Money LEFT = new Money(25_490_000, "CNY");

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                4,
                9);
        try (var desk = new Desk(site, "operator-7", "operator")) {
            desk.post(
                            "/operator/balances/car/terms",
                            Map.of(
                                    "seller_name", "Tern Motors",
                                    "bank_name", "Larch Bank",
                                    "bank_account", "DE02120300000000202051",
                                    "tax", "13"))
                    .is(303);
        }
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
    void aLenderConfirmsAndTakesBackWhatItPays(Screen screen, Words words, boolean javaScript) {
        var member = "lent-" + words.tag();
        var order = locked(member);
        var number = "P-" + words.tag();
        try (var lender = new Visit(browser, site, screen, words, javaScript)) {
            lender.page.navigate(site.signInLink("pine-loans", "partner"));
            lender.press("signIn.button");
            lender.press("lender.title");
            confirm(lender, balance(order).reference(), number, "999999999");
            lender.sees("desk.loan.refused.confirmation_exceeds_balance");
            lender.forgive("409");
            assertThat(lender.page.locator("#confirmation")).hasValue(number);
            confirm(lender, balance(order).reference(), number, "1,000.50");
            lender.sees("lender.confirmed");
            fitsTheScreen(lender);
            if (javaScript) {
                lender.isAccessible();
            }
            assertThat(balance(order).left()).isEqualTo(new Money(25_389_950, "CNY"));
            var row = lender.page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(row).containsText(words.money(new Money(100_050, "CNY")));
            try (var other = new Desk(site, "elm-loans", "partner");
                    var fan = new Desk(site, member, "fan")) {
                other.look("/lender").saysNot(number);
                other.post("/lender/withdraw", Map.of("confirmation", number)).is(409);
                other.post("/lender", Map.of("currency", "coins", "amount", "1"))
                        .is(422);
                fan.get("/lender").is(403);
            }
            assertThat(balance(order).left()).isEqualTo(new Money(25_389_950, "CNY"));
            row.getByRole(AriaRole.BUTTON).click();
            lender.sees("lender.withdrawn");
        }
        assertThat(balance(order).left()).isEqualTo(LEFT);
    }

    private static void confirm(Visit lender, String reference, String number, String amount) {
        lender.fill(
                Map.of("#reference", reference, "#confirmation", number, "#amount", amount, "#signedBy", "R. Signer"));
        lender.press("lender.confirm.button");
    }

    private Balance balance(Order order) {
        return site.face(Balances.class).look(order.id(), new Asker("operator", true));
    }

    private Order locked(String member) {
        var order = site.place("car", member, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(member, false));
        return order;
    }

    private static void fitsTheScreen(Visit visit) {
        int width = (int) visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(visit.page.viewportSize().width);
    }
}

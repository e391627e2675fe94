package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Order;
import dev.holdfast.web.page.Browser.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is left to pay, from the terms that an operator states to the money that comes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BalanceBrowserTest {
    private static final Money LEFT = new Money(25_490_000, "CNY");
    private static final Asker LOOKING = new Asker("operator", true);

    private final LocalDate yearEnd = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        for (var slug : List.of("car", "till")) {
            site.open(
                    slug,
                    SampleWorld.definition(
                            "Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                    4,
                    9);
        }
        try (var desk = new Desk(site, "operator-7", "operator")) {
            desk.post("/operator/balances/car/terms", terms()).is(303);
        }
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @ForEveryone
    void aMemberSeesWhatIsLeftAndPaysItWithPlayMoney(Screen screen, Words words, boolean javaScript) throws Exception {
        var order = locked("car", "payer-" + words.tag());
        try (var fan = new Visit(browser, site, screen, words, javaScript)) {
            fan.signIn(order.member());
            fan.go("/orders/" + order.id());
            fan.press("balance.link");
            assertThat(fan.page.locator(".big-figure")).hasText(words.money(LEFT));
            fan.sees("balance.across.after", words.day(yearEnd));
            fan.sees("balance.across.MEMBER", words.money(new Money(300_050, "CNY")));
            assertThat(fan.page.locator("main")).containsText(words.money(new Money(25_790_050, "CNY")));
            fan.sees("balance.account");
            assertThat(fan.page.locator("main")).containsText(balance(order).printed());
            fitsTheScreen(fan);
            if (javaScript) {
                fan.isAccessible();
            }
            fan.press("pay.by.sandbox", words.money(LEFT));
            fan.press("counter.pay", words.money(LEFT));
            fan.page.waitForURL(site.address(BalancePage.address(order.id())) + "?paying=true");
            site.until(Duration.ofSeconds(60), settled(order));
            if (!javaScript) {
                fan.page.reload();
            }
            fan.sees("balance.face.SETTLED");
            fan.sees("balance.way.PROVIDER");
            assertThat(fan.page.locator(".big-figure")).hasText(words.money(new Money(0, "CNY")));
        }
    }

    @ForEveryone
    void anOperatorBooksAStatementAndSendsBackWhatIsNobodys(Screen screen, Words words, boolean javaScript) {
        var order = locked("car", "mover-" + words.tag());
        var file = "account,date,amount,currency,text\nDE02,2026-11-20,254900.00,CNY,car "
                + balance(order).printed() + "\nDE02,2026-11-20,1.00,CNY,stranger " + words.tag() + "\n";
        var statement = new FilePayload("bank.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
        try (var staff = new Visit(browser, site, screen, words, javaScript)) {
            staff.signInAs("operator");
            staff.go("/operator/statements");
            staff.page.setInputFiles("input[name=file]", statement);
            staff.press("desk.statement.book");
            staff.sees("desk.statement.told", 2, 1, 1, 0);
            staff.sees("desk.statement.why.unknown");
            fitsTheScreen(staff);
            if (javaScript) {
                staff.isAccessible();
            }
            staff.page.locator("td input[name=reference]").fill("sent 1");
            staff.press("desk.statement.return");
            staff.sees("desk.statement.done.returned");
            staff.sees("desk.statement.none");
            staff.go("/operator/balances");
            staff.page.locator("tbody a[href$='/car']").click();
            staff.press("balance.state.SETTLED");
            assertThat(staff.page.locator("tbody")).containsText(balance(order).printed());
            fitsTheScreen(staff);
            if (javaScript) {
                staff.isAccessible();
            }
            staff.press("desk.terms.title");
            assertThat(staff.page.locator("#amount_1")).hasValue("3000.5");
            fitsTheScreen(staff);
        }
        try (var fan = new Visit(browser, site, screen, words, javaScript)) {
            fan.signIn(order.member());
            fan.go(BalancePage.address(order.id()));
            fan.sees("balance.face.SETTLED");
            fan.sees("balance.way.BANK");
        }
    }

    @Test
    void aBalanceIsItsMembersAloneAndSaysWhyNothingWasDone() {
        var order = locked("car", "owner");
        var page = BalancePage.address(order.id());
        try (var owner = new Desk(site, "owner", "fan");
                var other = new Desk(site, "other", "fan")) {
            other.get(page).is(404);
            other.post(page + "/pay", Map.of("way", "sandbox")).is(404);
            other.post(page + "/buyer", Map.of("name", "Other")).is(404);
            owner.look(page).saysNot("Other");
            owner.post(page + "/buyer", Map.of("name", "x".repeat(300)))
                    .is(422)
                    .says(Words.ENGLISH.say("balance.refused.invalid_request"));
            owner.post(page + "/buyer", Map.of("name", "Larch & Co")).is(303);
            owner.look(page).says("Larch &amp; Co");
            owner.post(page + "/pay", Map.of("way", "nobody"))
                    .is(503)
                    .says(Words.ENGLISH.say("balance.refused.unreachable"));
            assertThat(owner.get(page + "/checkout/sandbox/paid").is(204).location())
                    .isEmpty();
        }
        var unlocked = site.place("car", "waiting", "pro-green");
        try (var waiting = new Desk(site, "waiting", "fan")) {
            waiting.look("/orders/" + unlocked.id()).saysNot(Words.ENGLISH.say("balance.link"));
            waiting.look(BalancePage.address(unlocked.id())).says(Words.ENGLISH.say("balance.face.none"));
            waiting.post(BalancePage.address(unlocked.id()) + "/pay", Map.of("way", "sandbox"))
                    .is(303);
            waiting.post(BalancePage.address(unlocked.id()) + "/buyer", Map.of("name", "Early"))
                    .is(409)
                    .says(Words.ENGLISH.say("balance.refused.no_balance"));
        }
    }

    @Test
    void termsAreStatedInAFormThatComesBackWithWhatIsWrong() {
        var order = locked("till", "early");
        var terms = "/operator/balances/till/terms";
        try (var desk = new Desk(site, "operator-7", "operator")) {
            desk.look("/operator/balances/till").says(Words.ENGLISH.say("desk.balances.none"));
            for (var wrong : Map.of("bank_account", "", "tax", "much", "amount_1", "1.005", "from_1", "soon")
                    .entrySet()) {
                var form = new HashMap<>(terms());
                form.put(wrong.getKey(), wrong.getValue());
                desk.post(terms, form)
                        .is(422)
                        .says(Words.ENGLISH.say("desk.terms.refused.invalid_request"), "Tern Motors");
            }
            desk.post(terms, terms()).is(303);
            assertThat(balance(order).left()).isEqualTo(LEFT);
            desk.look(terms).says("value=\"3000.5\"", "value=\"13\"", "Plates cost more.");
            var worse = new HashMap<>(terms());
            worse.put("amount_1", "3000.51");
            desk.post(terms, worse).is(409).says(Words.ENGLISH.say("desk.terms.refused.year_end_worse"));
        }
    }

    @Test
    void aLendersWordIsBookedOnceAndTakenBack() {
        var order = locked("car", "borrower");
        var here = "/operator/balances/car";
        try (var desk = new Desk(site, "operator-7", "operator")) {
            desk.post(here + "/loans", loan("RF00", "254900"))
                    .is(409)
                    .says(Words.ENGLISH.say("desk.loan.refused.unknown_balance"));
            desk.post(here + "/loans", loan(balance(order).reference(), "254900.01"))
                    .is(409)
                    .says("value=\"254900.01\"");
            desk.post(here + "/loans", loan(balance(order).reference(), "all")).is(422);
            desk.post(here + "/loans", loan(balance(order).reference(), "254,900.00"))
                    .is(303);
            assertThat(balance(order).state()).isEqualTo(Balance.State.SETTLED);
            var lenders = "/operator/lenders";
            desk.look(lenders + "?lender=larch-loans").says("R. Signer", "L-1", Words.ENGLISH.say("desk.loan.holds"));
            desk.look(lenders + "?lender=%00").says(Words.ENGLISH.say("desk.lenders.none"));
            desk.post(lenders + "/withdraw", loan("L-1")).is(303);
            assertThat(balance(order).state()).isEqualTo(Balance.State.OPEN);
            desk.post(lenders + "/withdraw", loan("L-2"))
                    .is(409)
                    .says(Words.ENGLISH.say("desk.loan.refused.unknown_confirmation"));
            desk.look(lenders).says(Words.ENGLISH.say("balance.payment.WITHDRAWN"));
            desk.look(StaffBalancePage.address(order.id()))
                    .says(Words.ENGLISH.say("desk.entry.withdrawn"), "larch-loans");
        }
    }

    private static Map<String, String> loan(String confirmation) {
        return Map.of("lender", "larch-loans", "confirmation", confirmation);
    }

    @ForEveryone
    void anOperatorTakesACreditOffAndSeesEveryAmountThatMoved(Screen screen, Words words, boolean javaScript) {
        var order = locked("car", "credited-" + words.tag());
        try (var staff = new Visit(browser, site, screen, words, javaScript)) {
            staff.signInAs("operator");
            staff.go("/operator/orders/" + order.id());
            staff.press("desk.balance.one");
            staff.sees("desk.balance.across.MEMBER", words.money(new Money(300_050, "CNY")));
            fitsTheScreen(staff);
            staff.page.locator("#kind").selectOption("SUBSIDY");
            staff.page.locator("#source").fill("decree 7");
            staff.page.locator("#amount").fill("1,000.50");
            staff.press("desk.credit.take");
            staff.sees("desk.credit.done.taken");
            assertThat(staff.page.locator(".facts")).containsText(words.money(new Money(25_389_950, "CNY")));
            assertThat(staff.page.getByRole(
                            AriaRole.REGION, new Page.GetByRoleOptions().setName(words.say("desk.ledger"))))
                    .containsText("decree 7");
            if (javaScript) {
                staff.isAccessible();
            }
        }
        try (var desk = new Desk(site, "operator-7", "operator")) {
            var credits = StaffBalancePage.address(order.id()) + "/credits";
            desk.post(credits, credit("decree 7", "1000.50")).is(303);
            desk.post(credits, credit("decree 7", "1000.51"))
                    .is(409)
                    .says(Words.ENGLISH.say("desk.credit.refused.credit_differs"), "value=\"1000.51\"");
            desk.post(credits, credit("decree 8", "all"))
                    .is(422)
                    .says(Words.ENGLISH.say("desk.credit.refused.invalid_request"));
            desk.look("/operator/audit?act=credit_balance").says("decree 7");
            assertThat(balance(order).left()).isEqualTo(new Money(25_389_950, "CNY"));
            desk.post(credits + "/withdraw", credit("decree 7", "")).is(303);
            desk.post(credits + "/withdraw", credit("decree 9", ""))
                    .is(409)
                    .says(Words.ENGLISH.say("desk.credit.refused.unknown_credit"));
            desk.look("/operator/audit?act=withdraw_credit").says("decree 7");
        }
        assertThat(balance(order).left()).isEqualTo(LEFT);
    }

    private static Map<String, String> credit(String source, String amount) {
        return Map.of("kind", "SUBSIDY", "source", source, "amount", amount);
    }

    @ForEveryone
    void aPaidBalanceAsksForATaxDocumentWhichAnOperatorTakesAway(Screen screen, Words words, boolean javaScript) {
        var order = locked("car", "taxed-" + words.tag());
        try (var fan = new Desk(site, order.member(), "fan");
                var desk = new Desk(site, "operator-7", "operator")) {
            fan.post(BalancePage.address(order.id()) + "/buyer", Map.of("name", "=Larch & Co"))
                    .is(303);
            desk.post("/operator/balances/car/loans", loan(balance(order).reference(), "254900", order.member()))
                    .is(303);
            var page = BalancePage.address(order.id());
            assertThat(fan.get(page + "/checkout/sandbox/paid").is(204).location())
                    .isEqualTo(page);
            desk.look("/operator/tax-requests.csv").says(",'=Larch & Co,", "," + order.id() + ",");
            desk.look("/operator/audit?act=export_tax_requests").says("after 0");
        }
        try (var staff = new Visit(browser, site, screen, words, javaScript)) {
            staff.signInAs("operator");
            staff.go("/operator/tax-requests");
            staff.page.locator("input[name=from]").fill("2999-01-01");
            staff.press("desk.show");
            staff.sees("desk.tax.noneFound");
            staff.press("desk.all");
            staff.page.locator("select[name=state]").selectOption("STANDS");
            staff.page.locator("select[name=launch]").selectOption("car");
            staff.press("desk.show");
            var row = staff.page
                    .locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(order.id().toString()));
            assertThat(row).containsText("=Larch & Co");
            assertThat(row).containsText(words.say("desk.tax.stands"));
            fitsTheScreen(staff);
            if (javaScript) {
                staff.isAccessible();
            }
            row.locator("a").click();
            staff.sees("desk.tax.stands");
            staff.sees("desk.way.LENDER");
            staff.go("/operator/balances");
            staff.sees("desk.accounts.text");
            fitsTheScreen(staff);
            staff.go("/operator/lenders");
            staff.sees("desk.loan.holds");
            fitsTheScreen(staff);
            if (javaScript) {
                staff.isAccessible();
            }
        }
    }

    private static Map<String, String> loan(String reference, String amount) {
        return loan(reference, amount, "L-1");
    }

    private static Map<String, String> loan(String reference, String amount, String confirmation) {
        return Map.of(
                "lender",
                "larch-loans",
                "reference",
                reference,
                "confirmation",
                confirmation,
                "amount",
                amount,
                "signedBy",
                "R. Signer");
    }

    private Map<String, String> terms() {
        return Map.of(
                "seller_name",
                "Tern Motors",
                "bank_name",
                "Larch Bank",
                "bank_account",
                "DE02120300000000202051",
                "tax",
                "13",
                "id_1",
                "plates",
                "from_1",
                yearEnd.toString(),
                "amount_1",
                "3000.50",
                "borne_1",
                "MEMBER",
                "reason_en1",
                "Plates cost more.",
                "reason_zh1",
                "牌照费用上涨。");
    }

    private Balance balance(Order order) {
        return site.face(Balances.class).look(order.id(), LOOKING);
    }

    private static String settled(Order order) {
        return "select state = 'SETTLED' from delivery.balance where order_id = '" + order.id() + "'";
    }

    private Order locked(String slug, String member) {
        var order = site.place(slug, member, "pro-green");
        site.pay(order);
        site.launch().lock(order.id(), new Asker(member, false));
        return order;
    }

    private static void fitsTheScreen(Visit visit) {
        int width = (int) visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(visit.page.viewportSize().width);
    }
}

package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.balance.Account;
import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceDesk.Standing;
import dev.holdfast.delivery.balance.BankLine;
import dev.holdfast.delivery.balance.Buyer;
import dev.holdfast.delivery.balance.Entry;
import dev.holdfast.delivery.balance.Lenders.Loan;
import dev.holdfast.delivery.balance.Payment;
import dev.holdfast.delivery.balance.Payment.Way;
import dev.holdfast.delivery.balance.Refund;
import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is left to pay, as its member sees it and as operators do.
final class SampleBalances {
    private static final Terms TERMS = new Terms(
            new Terms.Seller("Tern Motors", "91-0", "1 Larch Road"),
            new Terms.Bank("Larch Bank", "DE02120300000000202051"),
            1_300,
            false,
            List.of(
                    yearEnd("subsidy", BorneBy.SELLER, "The subsidy falls by half.", "补贴减半。"),
                    yearEnd("plates", BorneBy.MEMBER, "Plates cost more.", "牌照费用上涨。")));

    private static final String FACTS = """
            {"order": "1", "launch": "car", "offer": "pro-green", "serial": "LHF00000000000017", "currency": "CNY",
             "seller": {"name": "Tern Motors"}, "buyer": {"name": "A. Larch"}, "taxRate": 1300,
             "totals": {"price": 25990000, "tax": 2990000, "net": 23000000, "balance": 25190000}}
            """;

    private final Words words;
    private final LaunchView launch = SampleWorld.launch(LaunchView.State.OPEN, SampleWorld.car());
    private final Order order = SampleWorld.moved().order();

    SampleBalances(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("balance", fan(open(), List.of("stripe", "wechat", "sandbox")));
        pages.put("balance-settled", fan(settled(), List.of()));
        pages.put("balance-none", fan(null, List.of()));
        pages.put(
                "balance-checkout",
                SamplePages.render(
                        "balanceCheckout",
                        new BalanceCheckoutPage(
                                frame("fan"),
                                order.id(),
                                what(),
                                money(25_190_000),
                                "wechat",
                                null,
                                QrCode.of("weixin://wxpay/bizpayurl?pr=p4lpSuKzz"))));
        pages.putAll(desk());
        return pages;
    }

    private Map<String, String> desk() {
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                "desk-balances",
                SamplePages.render(
                        "staffBalances",
                        new StaffBalancesPage(
                                frame("operator"),
                                launch,
                                List.of(open(), settled()),
                                State.OPEN,
                                100,
                                true,
                                Typed.NOTHING,
                                null,
                                null)));
        pages.put(
                "desk-balance-launches",
                SamplePages.render(
                        "staffBalanceLaunches",
                        new StaffBalanceLaunchesPage(
                                frame("operator"),
                                List.of(new StaffBalanceLaunchesPage.Row(launch, true)),
                                List.of(
                                        new Standing("bank", money(-25_200_000)),
                                        new Standing("due", money(-15_190_000)),
                                        new Standing("price", money(40_390_000))))));
        var typed = BalanceTermsForm.of(TERMS, 2);
        pages.put(
                "desk-balance-terms",
                SamplePages.render(
                        "staffBalanceTerms",
                        new StaffBalanceTermsPage(
                                frame("operator"), launch, typed, BalanceTermsForm.rows(typed), false, null)));
        pages.put(
                "desk-statements",
                SamplePages.render(
                        "staffStatements",
                        new StaffStatementsPage(
                                frame("operator"),
                                List.of(line(7, "under", order.id()), line(8, "unknown", null)),
                                List.of(refund()),
                                100,
                                words.say("desk.statement.told", 40, 38, 2, 0),
                                null)));
        pages.putAll(files());
        return pages;
    }

    private Map<String, String> files() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("desk-balance", file(open(), null));
        pages.put("desk-balance-settled", file(settled(), null));
        pages.put(
                "desk-balance-refused",
                file(
                        open(),
                        Notice.of(
                                words.say("desk.credit.refused"),
                                words.say("desk.credit.refused.credit_exceeds_balance"))));
        pages.put(
                "desk-lenders",
                SamplePages.render(
                        "staffLenders",
                        new StaffLendersPage(
                                frame("operator"),
                                List.of(
                                        new Loan(order.id(), open().payments().getFirst(), null),
                                        new Loan(order.id(), open().payments().getFirst(), NOW)),
                                "",
                                100,
                                false,
                                null)));
        pages.put("lender", lender());
        pages.put(
                "desk-tax-requests",
                SamplePages.render(
                        "staffTaxRequests",
                        new StaffTaxRequestsPage(
                                frame("operator"),
                                Map.of(
                                        launch.slug(),
                                        words.name(launch.definition().name())),
                                new TaxFilter(null, launch.slug(), null, null),
                                requests().reversed().stream()
                                        .map(StaffTaxRequestsPage.Row::of)
                                        .toList(),
                                100)));
        return pages;
    }

    private String lender() {
        var loan = open().payments().getFirst();
        var loans = List.of(new Loan(order.id(), loan, null), new Loan(order.id(), loan, NOW));
        return SamplePages.render(
                "lender",
                new LenderPage(frame("partner"), loans, List.of("CNY", "EUR"), 100, Typed.NOTHING, "confirmed", null));
    }

    private String file(Balance balance, @Nullable Notice notice) {
        var zone = ZoneId.of("Asia/Shanghai");
        var lines = new BalanceLines(words, order, what(), balance, TERMS, zone, BalanceLines.OPERATOR);
        boolean settled = balance.state() == State.SETTLED;
        return SamplePages.render(
                "staffBalance",
                new StaffBalancePage(
                        frame("operator"),
                        launch,
                        order,
                        lines,
                        List.of(
                                entry(Account.DUE, Account.PRICE, 25_990_000, "price", "order"),
                                entry(Account.DEPOSIT, Account.DUE, 500_000, "deposit", "order"),
                                entry(Account.LENDER, Account.DUE, 10_000_000, "payment", "L-2027-000117")),
                        settled ? requests() : List.of(),
                        Typed.NOTHING,
                        null,
                        notice));
    }

    private static Entry entry(Account debit, Account credit, long amount, String cause, String source) {
        return new Entry(debit, credit, money(amount), NOW, cause, source, "larch-loans");
    }

    private List<TaxRequest> requests() {
        return List.of(
                new TaxRequest(1, order.id(), TaxRequest.Kind.ISSUE, null, 2L, NOW.minusSeconds(90), FACTS),
                new TaxRequest(2, order.id(), TaxRequest.Kind.REPLACE, 1L, 3L, NOW.minusSeconds(60), FACTS),
                new TaxRequest(3, order.id(), TaxRequest.Kind.CANCEL, 2L, null, NOW, FACTS));
    }

    private String fan(@Nullable Balance balance, List<String> ways) {
        return SamplePages.render(
                "balance",
                new BalancePage(
                        frame("fan"),
                        order,
                        what(),
                        balance,
                        balance == null ? null : TERMS,
                        ZoneId.of("Asia/Shanghai"),
                        ways,
                        false,
                        null));
    }

    private Balance open() {
        var paid = new Payment(
                1,
                Way.LENDER,
                "larch-loans",
                "L-2027-000117",
                money(10_000_000),
                NOW.minus(Duration.ofDays(3)),
                "R. Signer",
                Payment.State.TAKEN);
        return balance(State.OPEN, 25_190_000 - 10_000_000, List.of(paid), List.of());
    }

    private Balance settled() {
        var paid = new Payment(
                1,
                Way.BANK,
                "DE02120300000000202051",
                "line 7",
                money(25_200_000),
                NOW.minus(Duration.ofDays(2)),
                "",
                Payment.State.TAKEN);
        return balance(State.SETTLED, 0, List.of(paid), List.of(refund()));
    }

    private Balance balance(State state, long left, List<Payment> payments, List<Refund> refunds) {
        return new Balance(
                1,
                order.id(),
                order.member(),
                state,
                "RF56HF0000000001",
                OrderId.of(0, 1, 7),
                money(left),
                List.of(
                        line("price", "order", "", 25_990_000),
                        line("deposit", "order", "", -500_000),
                        line("compensation", "3", "deposit_doubled", -50_000),
                        line("subsidy", "decree 7", words == Words.CHINESE ? "以旧换新" : "For an old car", -250_000)),
                payments,
                refunds,
                new Buyer("A. Larch", "", ""),
                state == State.SETTLED ? NOW : null,
                null);
    }

    private static Balance.Line line(String cause, String source, String detail, long amount) {
        return new Balance.Line(cause, source, detail, money(amount), NOW);
    }

    private Refund refund() {
        return new Refund(
                4,
                order.id(),
                Way.BANK,
                "line 7",
                money(10_000),
                true,
                "paid_too_much",
                NOW.minus(Duration.ofDays(1)),
                null,
                null,
                null);
    }

    private static BankLine line(long number, String reason, @Nullable OrderId order) {
        return new BankLine(
                number,
                "DE02120300000000202051",
                "B-2027-04711",
                LocalDate.parse("2026-11-20"),
                money(15_189_999),
                "A. Larch",
                "DE99500105175407324931",
                "RF56 HF00 0000 0001 car",
                BankLine.State.LOOK,
                reason,
                order,
                order == null ? null : money(15_190_000),
                null);
    }

    private static YearEnd yearEnd(String id, BorneBy who, String english, String chinese) {
        return new YearEnd(id, LocalDate.parse("2028-01-01"), 300_000, who, Map.of("en", english, "zh", chinese));
    }

    private String what() {
        return OfferNames.of(launch.definition(), order.offer(), words);
    }

    private static Money money(long amount) {
        return new Money(amount, "CNY");
    }

    private Frame frame(String role) {
        var member = role.equals("fan") ? SampleWorld.MEMBER : "operator-1";
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", new Assets());
    }
}

package dev.holdfast.delivery.balance;

import static dev.holdfast.delivery.balance.BalanceWorld.LEFT;
import static dev.holdfast.delivery.balance.BalanceWorld.code;
import static dev.holdfast.delivery.balance.BalanceWorld.line;
import static dev.holdfast.delivery.balance.BalanceWorld.yearEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.Credits.Credit.Kind;
import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is left to pay, by whom it is paid, and what goes back.
class BalancesTest {
    private static final String ALL = "274900.00";

    private final BalanceWorld world = new BalanceWorld();

    @AfterEach
    void addUp() {
        world.holds();
        world.close();
    }

    @Test
    void a_launch_without_terms_has_no_balances_and_hands_over_as_ever() {
        OrderId order = world.locked("ann");
        assertThat(code(() -> world.look(order))).isEqualTo("no_balance");
        world.balances.admit(order);
        assertThat(world.balances.release(order, world.clock.instant())).isTrue();
    }

    @Test
    void orders_that_were_locked_before_are_opened_and_later_ones_are_heard_of() {
        OrderId before = world.locked("ann");
        world.started();
        while (world.round.round()) {
            // Until there is nothing more to do.
        }
        OrderId after = world.locked("bob");
        world.round.round();
        assertThat(world.desk.page(BalanceWorld.LAUNCH, State.OPEN, 0, 10))
                .extracting(Balance::order)
                .containsExactly(before, after);
        assertThat(world.look(after).left().amount()).isEqualTo(LEFT);
        assertThat(world.look(after).lines()).extracting(Balance.Line::cause).containsExactly("price", "deposit");
    }

    @Test
    void credits_go_off_it_once_and_never_below_nothing() {
        OrderId order = world.started().locked("ann");
        world.credit(order, Kind.SUBSIDY, "decree 7", 1_000_000);
        world.credit(order, Kind.SUBSIDY, "decree 7", 1_000_000);
        world.credit(order, Kind.POINTS, "reward 9", 50_000);
        assertThat(world.look(order).left().amount()).isEqualTo(LEFT - 1_050_000);
        assertThat(code(() -> world.credit(order, Kind.SUBSIDY, "decree 7", 2))).isEqualTo("credit_differs");
        assertThat(code(() -> world.credit(order, Kind.OTHER_CREDIT, "all", LEFT)))
                .isEqualTo("credit_exceeds_balance");
    }

    @Test
    void a_credit_that_was_a_mistake_is_owed_again_until_the_hand_over() {
        OrderId order = world.started().locked("ann");
        world.credit(order, Kind.SUBSIDY, "decree 7", 1_000_000);
        world.lend(order, "L-1", LEFT - 1_000_000);
        assertThat(world.look(order).state()).isEqualTo(State.SETTLED);
        assertThat(world.withdraw(order, Kind.POINTS, "decree 7")).isEqualTo("unknown_credit");
        assertThat(world.withdraw(order, Kind.SUBSIDY, "decree 7")).isEmpty();
        assertThat(world.withdraw(order, Kind.SUBSIDY, "decree 7")).as("again").isEmpty();
        assertThat(world.look(order).left().amount()).isEqualTo(1_000_000);
        assertThat(world.look(order).state()).isEqualTo(State.OPEN);
        assertThat(code(() -> world.credit(order, Kind.SUBSIDY, "decree 7", 1_000_000)))
                .isEqualTo("credit_differs");
        world.credit(order, Kind.SUBSIDY, "decree 8", 1_000_000);
        assertThat(world.balances.release(order, world.clock.instant())).isTrue();
        assertThat(world.withdraw(order, Kind.SUBSIDY, "decree 8")).isEqualTo("credit_binding");
        assertThat(world.desk.ledger(order))
                .extracting(Entry::cause)
                .containsExactly("price", "deposit", "subsidy", "payment", "credit_withdrawn", "subsidy");
    }

    @Test
    void what_lenders_confirmed_is_told_of_one_or_of_all_the_latest_first() {
        OrderId ann = world.started().locked("ann");
        OrderId bob = world.locked("bob");
        world.lend(ann, "L-1", 100);
        world.lend(bob, "L-2", 100);
        world.lend(ann, "L-3", 100);
        world.lenders.withdraw(BalanceWorld.LENDER, "L-2", BalanceWorld.LENDER);
        List<Lenders.Loan> all = world.lenders.loans(null, Long.MAX_VALUE, 10);
        assertThat(all)
                .extracting(Lenders.Loan::order, Lenders.Loan::binding)
                .containsExactly(tuple(ann, false), tuple(bob, true), tuple(ann, false));
        assertThat(world.lenders.loans(
                        BalanceWorld.LENDER, all.getFirst().payment().number(), 1))
                .isEqualTo(all.subList(1, 2));
        assertThat(world.lenders.loans("somebody else", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(world.lenders.loans("\0", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_transfer_of_the_exact_amount_settles_and_the_same_file_again_books_nothing() {
        OrderId order = world.started().locked("ann");
        String line = line("Car " + RfReference.printed(world.reference(order)), ALL);
        assertThat(world.tell(line)).extracting(Statements.Told::booked).isEqualTo(1);
        assertThat(world.tell(line).replayed()).isTrue();
        assertThat(world.tell(line, line("something else", "1.00")))
                .extracting(Statements.Told::known, Statements.Told::toLookAt)
                .containsExactly(1, 1);
        assertThat(world.look(order).state()).isEqualTo(State.SETTLED);
        assertThat(world.look(order).payments()).hasSize(1);
    }

    @Test
    void what_does_not_fit_exactly_is_for_an_operator_to_look_at() {
        world.started();
        String ann = world.reference(world.locked("ann"));
        String bob = world.reference(world.locked("bob"));
        String wrong = ann.substring(0, 6) + "9" + ann.substring(7);
        world.tell(
                line(ann, "274899.99"),
                line(ann, "274900.01"),
                line(wrong, ALL),
                line("no reference", ALL),
                line(ann + " " + bob, ALL),
                line(bob, ALL),
                line(bob, ALL));
        assertThat(world.toLookAt())
                .extracting(BankLine::reason)
                .containsExactly("under", "over", "check_digits", "unknown", "several", "doubled");
    }

    @Test
    void an_operator_assigns_a_line_or_sends_it_back_and_what_is_too_much_goes_back() {
        OrderId order = world.started().locked("ann");
        world.tell(line("oops", "275000.00"), line("stranger", "5.00"));
        List<BankLine> lines = world.toLookAt();
        world.statements.assign(lines.get(0).number(), world.reference(order), "operator");
        world.statements.giveBack(lines.get(1).number(), "sent 1", "operator");
        for (BankLine line : lines) {
            assertThat(code(() -> world.statements.assign(line.number(), order.toString(), "operator")))
                    .isEqualTo("bank_line_decided");
        }
        assertThat(world.look(order).state()).isEqualTo(State.SETTLED);
        Refund refund = world.desk.refunds(0, 10).getFirst();
        assertThat(refund.amount().amount()).isEqualTo(10_000);
        assertThat(refund.byHand()).isTrue();
        world.desk.sent(refund.number(), "sent 2", "operator");
        assertThat(code(() -> world.desk.sent(refund.number(), "sent 3", "operator")))
                .isEqualTo("refund_not_by_hand");
        assertThat(accounts()).doesNotContainKey("unmatched").doesNotContainKey("refunding");
    }

    @Test
    void a_provider_that_tells_twice_late_or_too_much_is_booked_once_and_the_whole_payment_goes_back() {
        OrderId order = world.started().locked("ann");
        world.look(order);
        assertThat(world.pay(order, "one", LEFT)).isTrue();
        world.report(order, PaymentEvent.Kind.SUCCEEDED, "another webhook", "one", LEFT);
        world.pay(order, "one", LEFT);
        assertThat(world.look(order).payments()).hasSize(1);
        world.pay(order, "two", LEFT);
        assertThat(world.look(order).refunds())
                .extracting(Refund::payment, Refund::byHand)
                .containsExactly(tuple("two", false));
        world.report(order, PaymentEvent.Kind.REFUNDED, "back", "two", LEFT);
        world.report(order, PaymentEvent.Kind.REFUNDED, "back again", "two", LEFT);
        assertThat(accounts().get("refunded")).isEqualTo(LEFT);
        assertThat(world.payments.receive(
                        "sandbox",
                        new PaymentEvent("w", PaymentEvent.Kind.SUCCEEDED, order.toString(), "three", 1, "CNY")))
                .as("a deposit is none of a balance's business")
                .isFalse();
    }

    @Test
    void a_lender_confirms_once_and_takes_its_word_back_before_the_hand_over_alone() {
        OrderId order = world.started().locked("ann");
        assertThat(code(() -> world.lend(order, "L-0", LEFT + 1))).isEqualTo("confirmation_exceeds_balance");
        assertThat(world.lend(order, "L-1", LEFT).state()).isEqualTo(State.SETTLED);
        assertThat(world.lend(order, "L-1", LEFT).replayed()).isTrue();
        assertThat(code(() -> world.lend(order, "L-1", LEFT - 1))).isEqualTo("confirmation_known");
        world.lenders.withdraw(BalanceWorld.LENDER, "L-1", BalanceWorld.LENDER);
        assertThat(world.look(order).state()).isEqualTo(State.OPEN);
        assertThat(code(() -> world.balances.admit(order))).isEqualTo("balance_not_settled");
        assertThat(world.balances.release(order, world.clock.instant())).isFalse();
        world.lend(order, "L-2", LEFT);
        world.balances.admit(order);
        assertThat(world.balances.release(order, world.clock.instant())).isTrue();
        assertThat(code(() -> world.lenders.withdraw(BalanceWorld.LENDER, "L-2", BalanceWorld.LENDER)))
                .isEqualTo("confirmation_binding");
    }

    @Test
    void an_order_that_is_over_owes_nothing_and_everything_goes_back_the_way_it_came() {
        OrderId order = world.started().locked("ann");
        world.look(order);
        world.pay(order, "one", 1_000_000);
        world.tell(line(world.reference(order), "264900.00"));
        world.delivery.server.launch().launch().cancel(order, new Asker("ann", false), true);
        world.round.round();
        Balance ended = world.look(order);
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.refunds())
                .extracting(Refund::way, Refund::byHand)
                .containsExactly(tuple(Payment.Way.BANK, true), tuple(Payment.Way.PROVIDER, false));
        world.pay(order, "late", 5);
        assertThat(world.look(order).refunds()).hasSize(3);
        assertThat(world.tax.requests(0, 10))
                .extracting(TaxRequest::kind)
                .containsExactly(TaxRequest.Kind.ISSUE, TaxRequest.Kind.CANCEL);
        assertThat(accounts()).doesNotContainKeys("due", "price", "deposit");
    }

    @Test
    void a_settled_balance_asks_for_the_tax_document_with_every_fact_and_for_another_when_a_fact_changes() {
        OrderId order = world.started().locked("ann");
        world.balances.buyer(order, new Buyer("Ann Larch", "", ""), new Asker("ann", false));
        assertThat(world.tax.requests(0, 10)).isEmpty();
        world.tell(line(world.reference(order), ALL));
        TaxRequest first = world.tax.requests(0, 10).getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.facts())
                .contains("Ann Larch", "Larch Motors", "\"tax\": 3220088", "\"net\": 24769912", "\"taxRate\": 1300");
        world.balances.buyer(order, new Buyer("Ann Larch", "", ""), new Asker("ann", false));
        assertThat(world.tax.requests(1, 10)).as("nothing new").isEmpty();
        world.balances.buyer(order, new Buyer("Ann & Co", "7", "Road"), new Asker("ann", false));
        assertThat(world.tax.requests(1, 10))
                .extracting(TaxRequest::number, TaxRequest::kind, TaxRequest::replaces)
                .containsExactly(tuple(2L, TaxRequest.Kind.REPLACE, 1L));
        assertThat(world.tax.latest(TaxQuery.ALL, Long.MAX_VALUE, 10))
                .extracting(TaxRequest::number, TaxRequest::replacedBy)
                .containsExactly(tuple(2L, null), tuple(1L, 2L));
        assertThat(world.tax.latest(TaxQuery.ALL, 2, 10))
                .isEqualTo(world.tax.of(order).subList(0, 1));
    }

    @Test
    void requests_for_tax_documents_are_found_by_what_became_of_them_their_launch_and_their_day() {
        OrderId ann = world.started().locked("ann");
        world.tell(line(world.reference(ann), ALL));
        world.balances.buyer(ann, new Buyer("Ann & Co", "7", "Road"), new Asker("ann", false));
        Instant noon = world.clock.instant();
        world.clock.forward(Duration.ofDays(1));
        OrderId bob = world.locked("bob");
        world.tell(line(world.reference(bob), ALL));
        assertThat(found(TaxQuery.ALL)).containsExactly(3L, 2L, 1L);
        assertThat(found(new TaxQuery(TaxQuery.Standing.STANDS, null, null, null)))
                .containsExactly(3L, 2L);
        assertThat(found(new TaxQuery(TaxQuery.Standing.FOLLOWED, null, null, null)))
                .containsExactly(1L);
        assertThat(found(new TaxQuery(TaxQuery.Standing.VOID, null, null, null)))
                .isEmpty();
        assertThat(found(new TaxQuery(null, BalanceWorld.LAUNCH, null, null))).hasSize(3);
        assertThat(found(new TaxQuery(null, "another", null, null))).isEmpty();
        assertThat(found(new TaxQuery(null, null, noon.plusSeconds(1), null))).containsExactly(3L);
        assertThat(found(new TaxQuery(null, null, null, noon.plusSeconds(1)))).containsExactly(2L, 1L);
        world.delivery.server.launch().launch().cancel(bob, new Asker("bob", false), true);
        world.round.round();
        assertThat(found(new TaxQuery(TaxQuery.Standing.VOID, null, null, null)))
                .containsExactly(4L);
        assertThat(found(new TaxQuery(TaxQuery.Standing.FOLLOWED, null, null, null)))
                .containsExactly(3L, 1L);
    }

    private List<Long> found(TaxQuery query) {
        return world.tax.latest(query, Long.MAX_VALUE, 10).stream()
                .map(TaxRequest::number)
                .toList();
    }

    @Test
    void what_a_years_end_costs_is_a_line_of_its_own_as_soon_as_it_is_crossed() {
        world.started(yearEnd("2026-12-01", 300_000, BorneBy.MEMBER));
        OrderId order = world.locked("ann");
        assertThat(world.look(order).left().amount()).isEqualTo(LEFT);
        world.tell(line(world.reference(order), ALL));
        world.clock.set(Instant.parse("2026-12-01T00:00:01Z"));
        world.round.round();
        Balance crossed = world.look(order);
        assertThat(crossed.state()).isEqualTo(State.OPEN);
        assertThat(crossed.left().amount()).isEqualTo(300_000);
        assertThat(crossed.lines().getLast().cause()).isEqualTo("year_end");
        world.clock.set(Instant.parse("2026-11-29T00:00:00Z"));
        assertThat(world.look(order).state()).as("it is not crossed after all").isEqualTo(State.SETTLED);
    }

    @Test
    void what_the_seller_bears_is_said_and_costs_the_member_nothing() {
        world.started(yearEnd("2026-12-01", 300_000, BorneBy.SELLER));
        OrderId order = world.locked("ann");
        world.look(order);
        world.clock.set(Instant.parse("2026-12-05T12:00:00Z"));
        Balance crossed = world.look(order);
        assertThat(crossed.left().amount()).isEqualTo(LEFT);
        assertThat(crossed.lines())
                .extracting(Balance.Line::cause)
                .containsExactly("price", "deposit", "year_end", "year_end_borne");
        assertThat(code(() -> world.started(yearEnd("2026-12-01", 300_000, BorneBy.MEMBER))))
                .isEqualTo("year_end_worse");
    }

    private Map<String, Long> accounts() {
        return world.desk.accounts().stream()
                .filter(account -> account.balance().amount() != 0)
                .collect(Collectors.toMap(
                        BalanceDesk.Standing::account,
                        account -> account.balance().amount()));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Payment;
import dev.holdfast.delivery.balance.Refund;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a balance is made of, and what became of it, in words: the same for its member and for operators, who are told
/// in other words who bears an amount.
///
/// @param what the offer, by its name
/// @param reader whose words: `balance.` or `desk.balance.`
record BalanceLines(Words words, Order order, String what, Balance balance, Terms terms, ZoneId zone, String reader) {
    static final String MEMBER = "balance.";
    static final String OPERATOR = "desk.balance.";

    private static final String YEAR_END = "year_end";

    /// What is left to pay if the unit is handed over before a day, and if it is not.
    ///
    /// @param crossed it will not be handed over before the day, as promised now
    record Across(YearEnd yearEnd, Money before, Money after, boolean crossed) {}

    /// All there is to pay, paid or not.
    Money total() {
        long sum = balance.lines().stream()
                .mapToLong(line -> line.amount().amount())
                .sum();
        return new Money(sum, balance.left().currency());
    }

    Money paid() {
        return new Money(
                Math.max(0, total().amount() - balance.left().amount()),
                balance.left().currency());
    }

    /// What an amount is for, or what takes it off.
    String line(Balance.Line line) {
        return words.sayOrQuote("balance.line.", line.cause());
    }

    String bears(Balance.Line line) {
        var key = line.cause().equals(YEAR_END)
                ? YEAR_END + "." + yearEnd(line).map(YearEnd::borneBy).orElse(Terms.BorneBy.MEMBER)
                : line.cause();
        return words.sayOrQuote(reader + "bears.", key);
    }

    /// Where it comes from; empty where its name says it.
    String detail(Balance.Line line) {
        return switch (line.cause()) {
            case "price" -> what;
            case "deposit" -> "";
            case "compensation" -> words.sayOrQuote("desk.owed.rule.", line.detail());
            case YEAR_END -> yearEnd(line).map(one -> words.name(one.reason())).orElse("");
            case "year_end_borne" -> "";
            default -> line.detail().isEmpty() ? line.source() : line.detail();
        };
    }

    private Optional<YearEnd> yearEnd(Balance.Line line) {
        return terms.yearEnds().stream()
                .filter(one -> one.id().equals(line.source()))
                .findFirst();
    }

    /// Days that this order may still cross, or has: those it was first promised before.
    List<Across> across() {
        var first = order.first().promise();
        if (first == null || balance.state() == Balance.State.ENDED || balance.handedOverAt() != null) {
            return List.of();
        }
        return terms.yearEnds().stream()
                .filter(one -> first.to().isBefore(one.from()))
                .map(this::across)
                .toList();
    }

    private Across across(YearEnd one) {
        long cost = sum(one, YEAR_END);
        long borne = sum(one, YEAR_END + "_borne");
        long before = Math.max(0, balance.left().amount() - cost - borne);
        long member = one.borneBy() == Terms.BorneBy.MEMBER ? one.amount() : 0;
        var currency = balance.left().currency();
        return new Across(one, new Money(before, currency), new Money(before + member, currency), cost > 0);
    }

    private long sum(YearEnd one, String cause) {
        return balance.lines().stream()
                .filter(line -> line.cause().equals(cause) && line.source().equals(one.id()))
                .mapToLong(line -> line.amount().amount())
                .sum();
    }

    String whoBears(Across one) {
        var cost = new Money(one.yearEnd().amount(), balance.left().currency());
        return words.say(reader + "across." + one.yearEnd().borneBy(), words.money(cost));
    }

    /// What became of a payment that no longer counts; empty: it counts.
    String gone(Payment payment) {
        return payment.state() == Payment.State.TAKEN ? "" : words.say("balance.payment." + payment.state());
    }

    String refund(Refund refund) {
        return refund.doneAt() == null
                ? words.say("balance.refund.owed", words.say("balance.way." + refund.way()))
                : words.say("balance.refund.done", at(refund.doneAt()), reference(refund));
    }

    private static String reference(Refund refund) {
        return refund.reference() == null || refund.reference().isEmpty() ? refund.payment() : refund.reference();
    }

    String at(Instant instant) {
        return words.instant(instant, zone);
    }
}

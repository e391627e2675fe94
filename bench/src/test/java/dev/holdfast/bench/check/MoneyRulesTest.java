package dev.holdfast.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plants each fault of money into the small rush, in which Bob cancelled after paying and his deposit is on its way
/// back, and names exactly the rules that notice.
class MoneyRulesTest {
    private static final long DEPOSIT = 500;

    private final SmallRush rush = new SmallRush();
    private final List<Money.Transfer> transfers = new ArrayList<>();
    private final List<Money.Payment> payments = new ArrayList<>();

    MoneyRulesTest() {
        for (String fan : List.of("ann", "bob", "cid", "dan", "eve")) {
            payments.add(new Money.Payment("pay-key-" + fan, "order-" + fan, DEPOSIT));
            move(fan, "RECEIVED", "HELD", DEPOSIT);
        }
        move("bob", "HELD", "REFUNDING", DEPOSIT);
    }

    @Test
    void cleanMoneyPasses() {
        assertThat(breaches()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a transfer is lost", money -> money.transfers.removeFirst(), "depositsAstray", "ledgerOff"),
                fault(
                        "a transfer is written twice",
                        money -> money.transfers.add(money.transfers.getFirst()),
                        "depositsAstray",
                        "ledgerOff"),
                fault("a refund is forgotten", money -> money.transfers.removeLast(), "depositsAstray"),
                fault(
                        "a live order's deposit is given back",
                        money -> money.move("eve", "HELD", "REFUNDED", DEPOSIT),
                        "depositsAstray"),
                fault(
                        "a refund is made twice",
                        money -> money.move("bob", "HELD", "REFUNDED", DEPOSIT),
                        "depositsAstray"),
                fault(
                        "a deposit is booked on another order",
                        money -> {
                            money.transfers.removeFirst();
                            money.move("bob", "RECEIVED", "HELD", DEPOSIT);
                        },
                        "depositsAstray"),
                fault(
                        "a deposit is booked in part",
                        money -> {
                            money.transfers.removeFirst();
                            money.move("ann", "RECEIVED", "HELD", DEPOSIT - 1);
                        },
                        "depositsAstray",
                        "ledgerOff"),
                fault("a payment is lost", money -> money.payments.removeFirst(), "paymentsAstray"),
                fault(
                        "a payment takes effect twice",
                        money -> money.payments.add(money.payments.getFirst()),
                        "paymentsAstray"),
                fault(
                        "a payment is booked that nobody made",
                        money -> money.payments.add(new Money.Payment("pay-key-fay", "order-ann", DEPOSIT)),
                        "paymentsAstray"),
                fault(
                        "a payment finds another's order",
                        money -> money.payments.set(0, new Money.Payment("pay-key-ann", "order-cid", DEPOSIT)),
                        "paymentsAstray"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aPlantedFaultIsCaught(String name, Consumer<MoneyRulesTest> plant, List<String> caughtBy) {
        plant.accept(this);
        assertThat(breaches().keySet()).as(name).containsExactlyElementsOf(caughtBy);
    }

    private static Arguments fault(String name, Consumer<MoneyRulesTest> plant, String... caughtBy) {
        return Arguments.of(name, plant, List.of(caughtBy));
    }

    private void move(String fan, String debit, String credit, long amount) {
        transfers.add(new Money.Transfer("order-" + fan, debit, credit, amount));
    }

    private Map<String, Long> breaches() {
        var rules = new MoneyRules(
                rush.attempts,
                new Book(rush.orders, rush.unmatched),
                new Money(transfers, payments),
                Map.of("green", DEPOSIT, "blue", DEPOSIT));
        var breaches = new TreeMap<>(Map.of(
                "ledgerOff", rules.ledgerOff().count(),
                "depositsAstray", rules.depositsAstray().count(),
                "paymentsAstray", rules.paymentsAstray().count()));
        breaches.values().removeIf(count -> count == 0);
        return breaches;
    }
}

package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.consent.Question;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.payment.PaymentEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What must be true of the book of a launch after whatever happened to it. Counted anew from the rows each time, by
/// other code than the product's.
final class Invariants {
    private final PaperBook book;
    private final Map<String, Curve> curves;
    private final Map<String, PaymentEvent> payments;
    private final Set<OrderId> built = new HashSet<>();

    Invariants(PaperBook book, Map<String, Curve> curves, Map<String, PaymentEvent> payments) {
        this.book = book;
        this.curves = curves;
        this.payments = payments;
    }

    void check() {
        book.orders.values().stream().filter(entry -> entry.state.built()).forEach(entry -> built.add(entry.id()));
        positionsHaveNoGapAndNoRepeat();
        entryNumbersAreGivenOnce();
        oneKeyGaveOneOrder();
        nobodyHoldsMoreThanTheLimit();
        for (String offer : curves.keySet()) {
            List<Entry> line = lineOf(offer);
            nobodyOvertakes(line);
            whoeverWaitsKeepsTheirUnit(offer, line);
            nothingIsPromisedTwice(offer, line);
            theCheckpointIsWhatTheRowsSay(offer, line);
        }
        noHoldEndedEarly();
        everyPaymentIsInOnePlace();
        theLedgerSaysTheSame();
        whoeverLeavesABrokenPromiseLosesNothing();
    }

    List<Entry> lineOf(String offer) {
        return book.orders.values().stream()
                .filter(entry -> entry.state.live() && entry.offer.equals(offer))
                .sorted(Comparator.comparingLong(entry -> entry.entered))
                .toList();
    }

    private void positionsHaveNoGapAndNoRepeat() {
        Set<Long> positions = new HashSet<>(book.vacated);
        for (Entry entry : book.orders.values()) {
            assertThat(positions.add(entry.position))
                    .as("position %s is new", entry.position)
                    .isTrue();
            assertThat(entry.position).isBetween(1L, book.row.positions());
        }
        assertThat((long) positions.size()).as("positions 1..N").isEqualTo(book.row.positions());
    }

    private void entryNumbersAreGivenOnce() {
        Set<Long> entries = new HashSet<>();
        for (Entry entry : book.orders.values()) {
            assertThat(entries.add(entry.entered))
                    .as("entry number %s is new", entry.entered)
                    .isTrue();
            assertThat(entry.entered).isBetween(1L, book.row.entries());
        }
    }

    private void oneKeyGaveOneOrder() {
        Set<Facts.MemberKey> keys = new HashSet<>();
        for (Entry entry : book.orders.values()) {
            var key = new Facts.MemberKey(entry.member(), entry.origin.asked().key());
            assertThat(keys.add(key)).as("%s gave one order", key).isTrue();
        }
    }

    private void nobodyHoldsMoreThanTheLimit() {
        Map<String, Integer> held = new HashMap<>();
        book.orders.values().stream()
                .filter(entry -> entry.state.live())
                .forEach(entry -> held.merge(entry.member(), 1, Integer::sum));
        assertThat(held.values())
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(book.definition.limitPerMember()));
    }

    /// Counted among windows given: whoever waits is given theirs by the next plan, in entry order.
    private void nobodyOvertakes(List<Entry> line) {
        LocalDate before = LocalDate.MIN;
        for (Entry entry : line) {
            LocalDate from = awaited(entry);
            if (from == null) {
                continue;
            }
            LocalDate week = weekOf(entry, from);
            assertThat(week)
                    .as("%s, entered as %s of %s", entry.id(), entry.entered, entry.offer)
                    .isAfterOrEqualTo(before);
            before = week;
        }
    }

    /// By the week of a window there is a unit for everybody up to there, those who wait among them.
    private void whoeverWaitsKeepsTheirUnit(String offer, List<Entry> line) {
        Curve curve = curves.getOrDefault(offer, Curve.NOTHING);
        for (int i = 0; i < line.size(); i++) {
            Entry entry = line.get(i);
            LocalDate from = awaited(entry);
            if (from != null) {
                assertThat(i + 1L)
                        .as("in line up to %s, entered as %s of %s", entry.id(), entry.entered, offer)
                        .isLessThanOrEqualTo(upTo(curve, weekOf(entry, from)));
            }
        }
    }

    private void nothingIsPromisedTwice(String offer, List<Entry> line) {
        Curve curve = curves.getOrDefault(offer, Curve.NOTHING);
        if (book.definition.beyondSupply() == BeyondSupply.REFUSE) {
            assertThat((long) line.size()).as("orders of %s", offer).isLessThanOrEqualTo(curve.total());
        }
        TreeMap<LocalDate, Integer> weeks = new TreeMap<>();
        for (Entry entry : line) {
            LocalDate from = awaited(entry);
            if (from != null) {
                weeks.merge(weekOf(entry, from), 1, Integer::sum);
            }
        }
        long promised = 0;
        for (Map.Entry<LocalDate, Integer> week : weeks.entrySet()) {
            promised += week.getValue();
            assertThat(promised)
                    .as("promised of %s until %s", offer, week.getKey())
                    .isLessThanOrEqualTo(upTo(curve, week.getKey()));
        }
    }

    static long upTo(Curve curve, LocalDate week) {
        long units = 0;
        for (int i = 0; i < curve.weeks().size() && !curve.weeks().get(i).isAfter(week); i++) {
            units = curve.cumulative().get(i);
        }
        return units;
    }

    /// An order built between the snapshot of a plan and its publication keeps the window it has, also where the new
    /// supply would give it another: its unit stands there. If the plant takes it back, until the next plan.
    private @Nullable LocalDate awaited(Entry entry) {
        return built.contains(entry.id()) ? null : entry.from;
    }

    private LocalDate weekOf(Entry entry, LocalDate from) {
        return from.minusWeeks(book.definition.transitWeeks(entry.origin.region()));
    }

    private void theCheckpointIsWhatTheRowsSay(String offer, List<Entry> line) {
        Tally counted = Tally.NONE;
        for (Entry entry : line) {
            counted = counted.plus(entry.state, 1);
        }
        assertThat(book.tallies.getOrDefault(offer, Tally.NONE))
                .as("tally of %s", offer)
                .isEqualTo(counted);
        var checkpoint = book.checkpoint.get(offer);
        assertThat(checkpoint == null ? 0 : checkpoint.live())
                .as("live orders of %s as its supply counts them", offer)
                .isEqualTo(line.size());
    }

    private void noHoldEndedEarly() {
        book.orders.values().stream()
                .filter(entry -> entry.state == OrderState.EXPIRED)
                .forEach(entry -> assertThat(entry.origin.payBefore())
                        .as("%s expired", entry.id())
                        .isBeforeOrEqualTo(book.row.lastAt()));
    }

    private void everyPaymentIsInOnePlace() {
        payments.forEach((payment, event) -> {
            if (book.payments.contains(message(payment, PaymentEvent.Kind.SUCCEEDED))) {
                assertThat(placesOf(payment)).as("where %s is", payment).hasSize(1);
            }
        });
    }

    private List<Account> placesOf(String payment) {
        List<Account> places = new ArrayList<>();
        boolean back = book.refunds.containsKey(message(payment, PaymentEvent.Kind.REFUNDED));
        for (Entry entry : book.orders.values()) {
            Entry.Paid paid = entry.paid;
            if (paid != null && paid.payment().equals(payment) && (entry.state.live() || !back)) {
                places.add(entry.state.live() ? Account.HELD : Account.FORFEITED);
            }
        }
        if (back) {
            places.add(Account.REFUNDING);
        }
        book.unmatched.stream()
                .filter(stray -> stray.event().payment().equals(payment))
                .filter(stray -> stray.event().kind() == PaymentEvent.Kind.SUCCEEDED)
                .forEach(stray -> places.add(Account.UNMATCHED));
        return places;
    }

    private void theLedgerSaysTheSame() {
        Map<Account, Long> counted = new HashMap<>();
        for (Entry entry : book.orders.values()) {
            Entry.Paid paid = entry.paid;
            boolean back =
                    paid != null && book.refunds.containsKey(message(paid.payment(), PaymentEvent.Kind.REFUNDED));
            if (paid != null && !back) {
                counted.merge(entry.state.live() ? Account.HELD : Account.FORFEITED, entry.deposit, Long::sum);
            }
        }
        book.refunds.forEach((back, refund) -> counted.merge(
                book.refunded.contains(back) ? Account.REFUNDED : Account.REFUNDING, refund.amount(), Long::sum));
        book.unmatched.stream()
                .filter(stray -> stray.event().kind() == PaymentEvent.Kind.SUCCEEDED)
                .forEach(stray -> counted.merge(Account.UNMATCHED, stray.event().amount(), Long::sum));
        long owed = book.doubled.size() * Showroom.DEPOSIT;
        counted.put(Account.COMPENSATION_DUE, owed);
        counted.put(Account.COMPENSATION, -owed);
        for (Account account : Account.values()) {
            if (account != Account.RECEIVED) {
                assertThat(book.balances.getOrDefault(account, 0L))
                        .as("balance of %s", account)
                        .isEqualTo(counted.getOrDefault(account, 0L));
            }
        }
        assertThat(book.balances.values().stream().mapToLong(Long::longValue).sum())
                .as("sum of the ledger")
                .isZero();
    }

    /// Cancelled and refunded once, whether by word or by silence, and by silence not before its date; paid back double
    /// where the question said so.
    private void whoeverLeavesABrokenPromiseLosesNothing() {
        book.standings.forEach((id, standing) -> {
            Entry entry = book.order(id).orElseThrow();
            Question asked = standing.question();
            boolean silent = standing.state() == State.LEFT_BY_SILENCE;
            if (asked != null && (silent || standing.state() == State.LEFT)) {
                assertThat(entry.state).as("%s left", id).isEqualTo(OrderState.CANCELLED);
                Entry.Paid paid = Objects.requireNonNull(entry.paid);
                assertThat(book.refunds).containsKey(message(paid.payment(), PaymentEvent.Kind.REFUNDED));
                assertThat(book.doubled.contains(id))
                        .as("%s is paid back double", id)
                        .isEqualTo(asked.payback() == 2);
                assertThat(silent && asked.answerBy().isAfter(book.row.lastAt()))
                        .isFalse();
            }
            assertThat(standing.open() && entry.state == OrderState.CANCELLED)
                    .as("%s was cancelled past its question", id)
                    .isFalse();
        });
    }

    private static Facts.Message message(String payment, PaymentEvent.Kind kind) {
        return new Facts.Message("sandbox", payment, kind.name());
    }
}

package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Curve;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether an answer was the right one, given what the book held the moment before.
final class Answers {
    private final PaperBook book;
    private final Invariants invariants;
    private final Map<String, Curve> curves;
    private final Map<Facts.MemberKey, First> firsts = new HashMap<>();

    /// What a key was answered first, and for ever.
    private record First(OrderId order, UUID request, Order.First values) {}

    /// What could be seen before an ask was carried out.
    record Before(LaunchView view, long positions, Map<String, List<Entry>> lines, List<OrderId> liveOfMember) {
        long inLine(String offer) {
            return lines.getOrDefault(offer, List.of()).size();
        }
    }

    Answers(PaperBook book, Invariants invariants, Map<String, Curve> curves) {
        this.book = book;
        this.invariants = invariants;
        this.curves = curves;
    }

    Before before(LineState state, Ask ask, Instant clock) {
        Map<String, List<Entry>> lines = new HashMap<>();
        curves.keySet().forEach(offer -> lines.put(offer, invariants.lineOf(offer)));
        String member = ask instanceof Ask.Place place ? place.order().member() : "";
        List<OrderId> live = book.orders.values().stream()
                .filter(entry -> entry.state.live() && entry.member().equals(member))
                .map(Entry::id)
                .toList();
        return new Before(Looking.look(state, clock), book.row.positions(), lines, live);
    }

    void check(Before before, Ask ask, Answer answer, Instant clock) {
        if (ask instanceof Ask.Place place && answer instanceof Answer.Fan fan) {
            placed(before, place, fan.outcome());
        }
        if (ask instanceof Ask.Sweep) {
            assertThat(book.orders.values())
                    .noneMatch(entry -> entry.state == OrderState.HELD
                            && !entry.origin.payBefore().isAfter(clock));
            assertThat(book.standings.values())
                    .noneMatch(standing -> standing.open()
                            && !Objects.requireNonNull(standing.question())
                                    .answerBy()
                                    .isAfter(clock));
        }
    }

    private void placed(Before before, Ask.Place ask, Outcome outcome) {
        PlaceOrder wish = ask.order();
        First first = firsts.get(new Facts.MemberKey(wish.member(), wish.key()));
        switch (outcome) {
            case Outcome.Done done -> {
                assertThat(first).as("the key was new").isNull();
                accepted(before, wish, done.order());
                firsts.put(
                        new Facts.MemberKey(wish.member(), wish.key()),
                        new First(done.order().id(), ask.request(), done.order().first()));
            }
            case Outcome.Replayed again ->
                assertThat(new First(
                                again.order().id(), ask.request(), again.order().first()))
                        .isEqualTo(first);
            case Outcome.Refused refused -> refused(before, ask, refused.refusal(), first);
        }
    }

    /// The window that the launch's page showed is the one that the order got.
    private void accepted(Before before, PlaceOrder wish, Order order) {
        OfferView seen = before.view().offers().stream()
                .filter(offer -> offer.offer().id().equals(wish.offer()))
                .findFirst()
                .orElseThrow();
        assertThat(order.promise()).isEqualTo(seen.promises().get(String.valueOf(order.region())));
        assertThat(order.first().promise()).isEqualTo(order.promise());
        assertThat(order.position()).isEqualTo(before.positions() + 1);
        assertThat(order.rank()).isEqualTo(before.inLine(wish.offer()) + 1);
        assertThat(order.promise() != null)
                .as("a window for rank %s of %s", order.rank(), wish.offer())
                .isEqualTo(order.rank() <= units(wish.offer()));
    }

    private long units(String offer) {
        return curves.getOrDefault(offer, Curve.NOTHING).total();
    }

    private void refused(Before before, Ask.Place ask, Refusal refusal, @Nullable First first) {
        switch (refusal) {
            case Refusal.SoldOut sold ->
                assertThat(before.inLine(sold.offer()))
                        .as("orders of %s when it was refused", sold.offer())
                        .isGreaterThanOrEqualTo(units(sold.offer()));
            case Refusal.LimitReached limit ->
                assertThat(before.liveOfMember())
                        .hasSizeGreaterThanOrEqualTo(limit.limit())
                        .contains(limit.held());
            case Refusal.KeyReused reused -> {
                assertThat(first).isNotNull();
                assertThat(Objects.requireNonNull(first).request()).isNotEqualTo(ask.request());
            }
            case Refusal.UnknownOffer unknown -> assertThat(curves).doesNotContainKey(unknown.offer());
            case Refusal.TermsNotAccepted terms ->
                assertThat(ask.order().acceptTerms()).isNotEqualTo(book.definition.termsVersion());
            default -> throw new AssertionError("Nothing gave cause for " + refusal);
        }
    }
}

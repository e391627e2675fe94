package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.campaign.PledgeWrites;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.ConsentBook;
import dev.holdfast.launch.consent.ConsentClock;
import dev.holdfast.launch.ledger.Transfer;
import dev.holdfast.launch.payment.PaymentEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows one batch writes, gathered in the order they came about.
final class Writes {
    final Map<OrderId, Entry> created = new LinkedHashMap<>();
    final Set<Entry> changed = new LinkedHashSet<>();
    final List<StateChange> states = new ArrayList<>();
    final List<PromiseGiven> promises = new ArrayList<>();
    final List<Vacated> vacated = new ArrayList<>();
    final List<PaymentRow> payments = new ArrayList<>();
    final List<Unmatched> unmatched = new ArrayList<>();
    final List<RefundDue> refunds = new ArrayList<>();
    final List<UUID> refunded = new ArrayList<>();
    final List<UUID> refundsFailed = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    final List<ConsentBook.Row> consents = new ArrayList<>();
    final List<CompensationBook.Row> compensations = new ArrayList<>();
    final List<ReviewBook.Row> reviews = new ArrayList<>();

    /// Where the clock's walk along the questions has come to; null where it found none.
    ConsentClock.@Nullable Cursor consentCursor;

    final PledgeWrites pledges = new PledgeWrites();
    final List<Event> events = new ArrayList<>();
    final Set<String> offers = new LinkedHashSet<>();

    record StateChange(OrderId order, OrderState state, String cause, String actor) {}

    record PromiseGiven(OrderId order, @Nullable LocalDate from, String reason) {}

    record Vacated(long position, OrderId order) {}

    record PaymentRow(long number, String provider, OrderId order, PaymentEvent event, Receipt receipt) {}

    record Unmatched(String provider, PaymentEvent event, String reason) {}

    record RefundDue(
            UUID id, OrderId order, String provider, String payment, long amount, String currency, String cause) {}

    /// @param course of the campaign, as the batch left it; null: it is none
    boolean isEmpty(@Nullable Course course) {
        return pledges.isEmpty(course)
                && created.isEmpty()
                && changed.isEmpty()
                && states.isEmpty()
                && consents.isEmpty()
                && reviews.isEmpty()
                && consentCursor == null
                && payments.isEmpty()
                && unmatched.isEmpty()
                && refunded.isEmpty()
                && events.isEmpty();
    }
}

package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.consent.ConsentClock;
import dev.holdfast.launch.consent.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the database knows that bears on one batch, read under the line's lock. The batch keeps it up to date while
/// it works, so that the second ask of a batch sees what the first one did.
final class Facts {
    /// One order may be named by several asks of a batch: all see the same entry.
    final Map<OrderId, Entry> orders = new HashMap<>();
    final Map<MemberKey, Entry> keys = new HashMap<>();
    final Map<String, Live> live = new HashMap<>();
    /// The same over all launches that count together with this one; empty where none do.
    final Map<String, Live> grouped = new HashMap<>();
    final Set<Message> webhooks = new HashSet<>();
    final Set<Message> payments = new HashSet<>();
    /// Refunds not yet confirmed, by the payment they give back.
    final Map<Message, Owed> refunds = new HashMap<>();
    /// Where the reviews stand of orders that are to be locked or looked at; none: nobody was asked to look.
    final Map<OrderId, dev.holdfast.launch.review.Standing> reviews = new HashMap<>();

    Due due = Due.NOTHING;
    /// Where the orders that are acted on stand about a later window; none: they were never asked.
    final Map<OrderId, Standing> standings = new HashMap<>();
    /// What they were granted that is to be set off against their balance.
    final Map<OrderId, SetOff> setOff = new HashMap<>();
    ConsentClock.Due unanswered = ConsentClock.Due.NOTHING;
    /// Null where the launch is no campaign.
    @Nullable
    CampaignFacts campaign;

    Standing standing(OrderId order) {
        return standings.getOrDefault(order, Standing.UNTOUCHED);
    }

    record MemberKey(String member, String key) {}

    /// @param one a live order of the member
    record Live(int count, OrderId one) {}

    /// A webhook or a payment: provider, the provider's id, and for a payment the kind of event.
    record Message(String provider, String id, String kind) {}

    /// @param due in minor units, to be set off yet
    /// @param done was set off already
    record SetOff(long due, long done) {
        static final SetOff NOTHING = new SetOff(0, 0);
    }

    /// A refund on its way.
    record Owed(UUID refund, long amount, String currency) {}

    /// What the clock makes due.
    ///
    /// @param endedHolds orders whose hold has ended, in line order, up to `sweptPosition`
    /// @param ripe orders placed for as long as the launch waits before locking, up to `sweptPayment`
    record Due(List<Entry> endedHolds, long sweptPosition, List<Entry> ripe, long sweptPayment, boolean more) {
        static final Due NOTHING = new Due(List.of(), 0, List.of(), 0, false);
    }
}

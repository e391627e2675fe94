package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.ConsentBook;
import dev.holdfast.launch.consent.ConsentClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a batch has to know of consent: of the orders that members act on, and of those the clock makes due.
/// Nobody who places or pays waits for it.
final class ConsentFacts {
    private ConsentFacts() {}

    /// @param acted orders that somebody cancels, changes or answers about
    /// @param sweep whether the clock asks too
    static void read(
            Connection connection, LineState state, Set<OrderId> acted, boolean sweep, Instant now, Facts facts)
            throws SQLException {
        Set<OrderId> orders = new HashSet<>(acted);
        if (sweep) {
            facts.unanswered = ConsentClock.due(connection, state.launch(), now);
            OrderStore.readOrders(connection, state, facts.unanswered.orders(), facts);
            orders.addAll(facts.unanswered.orders());
        }
        facts.standings.putAll(ConsentBook.standings(connection, orders));
        CompensationBook.granted(connection, orders)
                .forEach((order, granted) -> facts.setOff.put(
                        order, new Facts.SetOff(setOff(granted, null), setOff(granted, Settlement.Way.SET_OFF))));
    }

    private static long setOff(List<CompensationBook.Granted> granted, Settlement.@Nullable Way settled) {
        return granted.stream()
                .filter(one -> one.setOff() && one.settled() == settled)
                .mapToLong(CompensationBook.Granted::amount)
                .sum();
    }

    static void write(Connection connection, LineState after, Writes writes) throws SQLException {
        ConsentBook.append(connection, after.launch(), null, after.lastAt(), writes.consents);
        CompensationBook.append(connection, after.launch(), null, after.lastAt(), writes.compensations);
        if (writes.consentCursor != null) {
            ConsentClock.move(connection, after.launch(), writes.consentCursor);
        }
    }

    /// The entries of the questions that are due, as the batch knows them.
    static List<Entry> due(Facts facts) {
        List<Entry> due = new ArrayList<>();
        for (OrderId order : facts.unanswered.orders()) {
            Entry entry = facts.orders.get(order);
            if (entry != null) {
                due.add(entry);
            }
        }
        return due;
    }
}

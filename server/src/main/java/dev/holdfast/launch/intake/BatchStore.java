package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.campaign.PledgeStore;
import dev.holdfast.launch.copy.CopyRows;
import dev.holdfast.launch.payment.PaymentEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a batch reads before it decides, and writes after.
final class BatchStore {
    static final String INSERT_STATES = "copy launch.state_change (order_id, state, at, cause, actor) from stdin";

    static final String INSERT_PROMISES = "copy launch.promise (order_id, promised_from, at, reason) from stdin";

    static final String INSERT_VACATED = "copy launch.vacated (launch, position, order_id, at) from stdin";

    private BatchStore() {}

    static Facts read(Connection connection, LineState state, List<Ask> asks, Instant now) throws SQLException {
        List<Facts.MemberKey> keys = new ArrayList<>();
        Set<String> members = new HashSet<>();
        Set<OrderId> orders = new HashSet<>();
        Set<OrderId> acted = new HashSet<>();
        Set<OrderId> reviewed = new HashSet<>();
        List<Ask.Pay> pays = new ArrayList<>();
        boolean sweep = false;
        for (Ask ask : asks) {
            switch (ask) {
                case Ask.Place place -> {
                    keys.add(new Facts.MemberKey(
                            place.order().member(), place.order().key()));
                    members.add(place.order().member());
                }
                case Ask.Cancel cancel -> acted.add(cancel.order());
                case Ask.Consent consent -> acted.add(consent.order());
                case Ask.Lock lock -> reviewed.add(lock.order());
                case Ask.Review review -> reviewed.add(review.order());
                case Ask.Change change -> acted.add(change.order());
                case Ask.Advance advance -> advance.steps().forEach(step -> acted.add(step.order()));
                case Ask.Pay pay -> {
                    orders.add(pay.order());
                    pays.add(pay);
                }
                case Ask.Sweep sweeping -> sweep = true;
            }
        }
        Facts facts = new Facts();
        OrderStore.readReplays(connection, state, keys, facts);
        acted.addAll(reviewed);
        orders.addAll(acted);
        OrderStore.readOrders(connection, state, orders, facts);
        addMembersOfEnded(facts, members);
        readLive(connection, state, members, asks.size(), facts);
        MoneyStore.readSeen(connection, pays, facts);
        MoneyStore.readOwed(connection, pays.stream().filter(BatchStore::refund).toList(), facts);
        if (sweep) {
            DueStore.readDue(connection, state, now, facts);
            facts.due.ripe().forEach(ripe -> reviewed.add(ripe.id()));
        }
        facts.reviews.putAll(ReviewBook.standings(connection, reviewed));
        ConsentFacts.read(connection, state, acted, sweep, now, facts);
        CampaignFacts.read(connection, state, sweep, now, facts);
        if (state.run() > 0) {
            PromiseStore.readCurrent(connection, facts.orders);
        }
        return facts;
    }

    static void write(Connection connection, Decision decision) throws SQLException {
        Writes writes = decision.writes();
        LineState after = decision.after();
        OrderStore.insert(connection, after.launch(), writes.created.values());
        OrderStore.update(connection, writes.changed);
        MoneyStore.write(connection, after.launch(), after.lastAt(), writes);
        states(connection, after.lastAt(), writes.states);
        promises(connection, after.lastAt(), writes.promises);
        vacated(connection, after, writes.vacated);
        ConsentFacts.write(connection, after, writes);
        ReviewBook.append(connection, after.launch(), after.lastAt(), writes.reviews);
        Course course = decision.course();
        if (course != null) {
            PledgeStore.write(connection, course, after.lastAt(), writes.pledges);
        }
        LineStore.advance(connection, decision);
    }

    /// An order paid after its hold ended enters again, if its member's limit allows: so that limit is read too.
    private static void addMembersOfEnded(Facts facts, Set<String> members) {
        for (Entry entry : facts.orders.values()) {
            if (!entry.state.live()) {
                members.add(entry.member());
            }
        }
    }

    /// Where an operator lowered the limit, a member may hold more, and give some up in this very batch.
    private static void readLive(Connection connection, LineState state, Set<String> members, int asks, Facts facts)
            throws SQLException {
        int enough = state.definition().limitPerMember() + asks;
        OrderStore.readLive(connection, state.launch(), members, enough, facts);
        LimitGroups.read(connection, state, members, asks, facts);
    }

    private static boolean refund(Ask.Pay pay) {
        return pay.event().kind() == PaymentEvent.Kind.REFUNDED
                || pay.event().kind() == PaymentEvent.Kind.REFUND_FAILED;
    }

    private static void states(Connection connection, Instant at, List<Writes.StateChange> states) throws SQLException {
        CopyRows rows = new CopyRows(INSERT_STATES);
        for (Writes.StateChange row : states) {
            rows.add(row.order()).add(row.state()).add(at).add(row.cause()).add(row.actor());
            rows.endRow();
        }
        rows.into(connection);
    }

    private static void promises(Connection connection, Instant at, List<Writes.PromiseGiven> promises)
            throws SQLException {
        CopyRows rows = new CopyRows(INSERT_PROMISES);
        for (Writes.PromiseGiven row : promises) {
            rows.add(row.order()).add(row.from()).add(at).add(row.reason());
            rows.endRow();
        }
        rows.into(connection);
    }

    private static void vacated(Connection connection, LineState after, List<Writes.Vacated> vacated)
            throws SQLException {
        CopyRows rows = new CopyRows(INSERT_VACATED);
        for (Writes.Vacated row : vacated) {
            rows.add(after.launch()).add(row.position()).add(row.order()).add(after.lastAt());
            rows.endRow();
        }
        rows.into(connection);
    }
}

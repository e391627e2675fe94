package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.campaign.CourseStore;
import dev.holdfast.launch.campaign.Pledge;
import dev.holdfast.launch.campaign.PledgeStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a batch has to know of a campaign; a launch that is none reads and writes nothing of it.
final class CampaignFacts {
    /// Pledges that one sweep settles or drops: bounds the batch it runs in.
    static final int MAX_SETTLED = 2_000;

    final Course course;
    final Map<OrderId, Pledge> pledges = new HashMap<>();
    /// Pledges in the sum, by member.
    final Map<String, Long> backing = new HashMap<>();
    /// In line order, what the verdict has not reached yet.
    final List<Pledge> toSettle = new ArrayList<>();
    /// Those whose time to mend is over.
    final List<Pledge> toDrop = new ArrayList<>();
    /// What places that are taken and unpaid would still bring.
    long open;

    CampaignFacts(Course course) {
        this.course = course;
    }

    /// Called once the orders of the batch are read.
    static void read(Connection connection, LineState state, boolean sweep, Instant now, Facts facts)
            throws SQLException {
        if (state.definition().campaign() == null) {
            return;
        }
        CampaignFacts campaign = new CampaignFacts(CourseStore.read(connection, state.launch()));
        facts.campaign = campaign;
        if (sweep) {
            campaign.readDue(connection, state, now, facts);
        }
        Set<OrderId> others = new HashSet<>(facts.orders.keySet());
        others.removeAll(campaign.pledges.keySet());
        campaign.pledges.putAll(PledgeStore.read(connection, others));
        Set<String> members = new HashSet<>();
        facts.orders.values().forEach(entry -> members.add(entry.member()));
        campaign.backing.putAll(PledgeStore.backing(connection, state.launch(), members));
    }

    private void readDue(Connection connection, LineState state, Instant now, Facts facts) throws SQLException {
        if (course.decided() == null && !now.isBefore(course.endsAt)) {
            open = CourseStore.open(connection, state.launch(), state.sweptPosition());
        } else if (course.decided() != null && !course.settled()) {
            toSettle.addAll(PledgeStore.after(connection, state.launch(), course.settledPosition(), MAX_SETTLED));
        }
        toDrop.addAll(PledgeStore.toDrop(connection, state.launch(), now, MAX_SETTLED));
        for (Pledge pledge : toSettle) {
            pledges.put(pledge.order, pledge);
        }
        for (Pledge pledge : toDrop) {
            pledges.putIfAbsent(pledge.order, pledge);
        }
        OrderStore.readOrders(connection, state, pledges.keySet(), facts);
    }
}

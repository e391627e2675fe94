package dev.holdfast.launch.intake;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.Verdict;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a batch needs to know of a launch and its line, as of one committed batch. Not changed once
/// published.
///
/// @param verdict of a campaign; null: not decided, or none
/// @param run the plan run in force, 0: none was ever published, and then nothing is asked about plans
/// @param sequence number of the last committed batch
/// @param positions positions taken so far
/// @param entries entry numbers given so far: at least `positions`
/// @param payments payment events taken so far
/// @param lastAt instant of the last batch: no later batch is dated earlier, whatever the clock says
/// @param lastPayBefore end of the last hold given: holds end in line order, so that the sweep can walk the
///     line once
/// @param sweptPosition every hold up to here has been looked at after it ended
/// @param sweptPayment every payment up to here has been looked at for locking
/// @param supply shared with nobody who drives it: drive a copy
record LineState(
        int launch,
        String slug,
        LaunchDefinition definition,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant pausedAt,
        @Nullable Verdict verdict,
        int run,
        long sequence,
        long positions,
        long entries,
        long payments,
        Instant lastAt,
        Instant lastPayBefore,
        long sweptPosition,
        long sweptPayment,
        Map<String, Tally> tallies,
        SupplyLine supply) {

    LineState {
        tallies = Map.copyOf(tallies);
    }

    /// Whether orders are taken. The acts of an operator override the clock, the later act the earlier.
    LaunchView.State stateAt(Instant now) {
        Instant closesAt = definition.closesAt();
        if (closedAt != null) {
            return LaunchView.State.CLOSED;
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            return takesLatePledges(now) ? LaunchView.State.OPEN : LaunchView.State.CLOSED;
        }
        boolean open = openedAt != null || !now.isBefore(definition.opensAt());
        return open ? LaunchView.State.OPEN : LaunchView.State.SCHEDULED;
    }

    private boolean takesLatePledges(Instant now) {
        Campaign campaign = definition.campaign();
        Instant until = campaign == null ? null : campaign.lateUntil();
        return until != null && verdict == Verdict.SUCCEEDED && now.isBefore(until);
    }

    /// Whether an operator holds new orders back for a while. The launch stays open: what was ordered goes on.
    boolean paused() {
        return pausedAt != null;
    }

    /// The Monday of the current week in the launch's time zone.
    LocalDate weekAt(Instant now) {
        return now.atZone(definition.timeZone()).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Tally tally(String offer) {
        return tallies.getOrDefault(offer, Tally.NONE);
    }

    /// As of a later sequence, as the journal tells it. What the journal does not hold (entry numbers, cursors) is
    /// read from the line's row by whoever is about to write.
    LineState at(long sequence, long positions, Map<String, Tally> tallies, SupplyLine supply) {
        return new LineState(
                launch,
                slug,
                definition,
                openedAt,
                closedAt,
                pausedAt,
                verdict,
                run,
                sequence,
                positions,
                entries,
                payments,
                lastAt,
                lastPayBefore,
                sweptPosition,
                sweptPayment,
                tallies,
                supply);
    }

    LineState at(long sequence) {
        return at(sequence, positions, tallies, supply);
    }

    /// With the counters of the line's row, which is authoritative.
    LineState with(LineRow row) {
        return new LineState(
                launch,
                slug,
                definition,
                openedAt,
                closedAt,
                pausedAt,
                verdict,
                run,
                row.sequence(),
                row.positions(),
                row.entries(),
                row.payments(),
                row.lastAt(),
                row.lastPayBefore(),
                row.sweptPosition(),
                row.sweptPayment(),
                tallies,
                supply);
    }
}

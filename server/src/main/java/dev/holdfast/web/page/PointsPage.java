package dev.holdfast.web.page;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member's points: what there is, what it can be spent on, and every entry that led to it.
///
/// @param open the member's reservations, the latest first
/// @param rules by which points are earned
/// @param key of the form: sent twice, it is one reservation
/// @param notice why something was not done, or that it was
record PointsPage(
        Frame frame,
        Statement statement,
        List<KeptReward> rewards,
        List<Reservation> open,
        List<KeptRule> rules,
        String key,
        @Nullable Notice notice) {
    /// Those that came to their end are in the statement.
    private static final int SHOWN = 20;

    PointsPage {
        rewards = List.copyOf(rewards);
        open = List.copyOf(open);
        rules = List.copyOf(rules);
    }

    PointsLines lines() {
        return new PointsLines(frame.words(), statement, rules);
    }

    String name(Map<String, String> names) {
        return frame.words().name(names);
    }

    /// Shown while it is open, and for as long as it is among the latest.
    List<Reservation> reservations() {
        return open.subList(0, Math.min(SHOWN, open.size()));
    }

    /// The reward's name, or what it was called by once it is gone.
    String reward(Reservation reservation) {
        return rewards.stream()
                .filter(kept -> kept.name().equals(reservation.reward()))
                .findFirst()
                .map(kept -> name(kept.reward().names()))
                .orElse(reservation.reward());
    }

    boolean isOpen(Reservation reservation) {
        return reservation.state() == Reservation.State.RESERVED;
    }

    boolean affordable(KeptReward kept) {
        return kept.left() > 0 && statement.in(Account.ACTIVE) >= kept.reward().price();
    }

    @Nullable
    String next() {
        return statement.full()
                ? "/account/points?before=" + statement.lines().getLast().number() + "#entries"
                : null;
    }
}

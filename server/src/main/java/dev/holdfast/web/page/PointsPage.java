package dev.holdfast.web.page;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Cause;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
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

    String points(long points) {
        return frame.words().count("points.many", points);
    }

    String of(Account account) {
        return points(statement.in(account));
    }

    /// Whether there is anything to say of an account.
    boolean any(Account account) {
        return statement.in(account) != 0;
    }

    /// What was taken back after it was spent, as a number above zero.
    String owed() {
        return points(-statement.in(Account.OWED));
    }

    String name(Map<String, String> names) {
        return frame.words().name(names);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, ZoneOffset.UTC);
    }

    String day(Instant instant) {
        return frame.words().day(instant.atZone(ZoneOffset.UTC).toLocalDate());
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

    /// What earned the points, by the rule's name where it is still in force.
    String what(Statement.Line line) {
        var words = frame.words();
        var rule = rules.stream()
                .filter(kept -> kept.name().equals(line.rule()))
                .findFirst()
                .map(kept -> name(kept.rule().names()))
                .orElseGet(() -> words.sayOrQuote("points.rule.", line.rule()));
        return line.cause() == Cause.EARNED ? rule : words.say("points.cause." + line.cause()) + " · " + rule;
    }

    String where(Statement.Line line) {
        var words = frame.words();
        return words.say("points.account." + line.from()) + " → " + words.say("points.account." + line.to());
    }

    @Nullable
    String next() {
        return statement.full()
                ? "/account/points?before=" + statement.lines().getLast().number() + "#entries"
                : null;
    }

    /// The rule in one sentence.
    String says(KeptRule kept) {
        var words = frame.words();
        var rule = kept.rule();
        var most = rule.mostPerDay();
        var cap = most == null ? "" : " " + words.say("points.rule.most", words.number(most));
        var delay =
                rule.activeAfter().isZero() ? "" : " " + words.say("points.rule.after", words.span(rule.activeAfter()));
        return words.say("points.rule.gives", points(rule.points()), words.span(rule.life())) + delay + cap;
    }
}

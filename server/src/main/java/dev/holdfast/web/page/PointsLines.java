package dev.holdfast.web.page;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Cause;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// A statement of points in words, for its member and for operators alike.
///
/// @param rules that earn points, for their names
record PointsLines(Words words, Statement statement, List<KeptRule> rules) {
    PointsLines {
        rules = List.copyOf(rules);
    }

    String points(long points) {
        return words.count("points.many", points);
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

    String at(Instant instant) {
        return words.instant(instant, ZoneOffset.UTC);
    }

    String day(Instant instant) {
        return words.day(instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /// What earned the points, by the rule's name where it is still in force.
    String what(Statement.Line line) {
        var rule = rules.stream()
                .filter(kept -> kept.name().equals(line.rule()))
                .findFirst()
                .map(kept -> words.name(kept.rule().names()))
                .orElseGet(() -> words.sayOrQuote("points.rule.", line.rule()));
        return line.cause() == Cause.EARNED ? rule : words.say("points.cause." + line.cause()) + " · " + rule;
    }

    String where(Statement.Line line) {
        return words.say("points.account." + line.from()) + " → " + words.say("points.account." + line.to());
    }

    String says(KeptRule kept) {
        return says(words, kept);
    }

    /// The rule in one sentence.
    static String says(Words words, KeptRule kept) {
        var rule = kept.rule();
        var most = rule.mostPerDay();
        var cap = most == null ? "" : " " + words.say("points.rule.most", words.number(most));
        var delay =
                rule.activeAfter().isZero() ? "" : " " + words.say("points.rule.after", words.span(rule.activeAfter()));
        return words.say("points.rule.gives", words.count("points.many", rule.points()), words.span(rule.life()))
                + delay
                + cap;
    }
}

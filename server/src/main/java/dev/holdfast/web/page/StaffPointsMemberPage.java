package dev.holdfast.web.page;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Cause;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Statement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One member's points as an operator sees them, with what may be given and taken back for a reason.
///
/// @param rules that earn points; what is given is given by one of them
/// @param key of the form: sent twice, it is one correction
/// @param done a correction was just made
/// @param refused why the last one was not made; null: it was, or there was none
record StaffPointsMemberPage(
        Frame frame,
        String member,
        Statement statement,
        List<KeptRule> rules,
        String key,
        boolean done,
        @Nullable String refused) {
    StaffPointsMemberPage {
        rules = List.copyOf(rules);
    }

    static String address(String member) {
        return "/operator/points/members?member=" + URLEncoder.encode(member, StandardCharsets.UTF_8);
    }

    PointsLines lines() {
        return new PointsLines(frame.words(), statement, rules);
    }

    /// Those that say what the member has.
    List<Account> accounts() {
        return List.of(
                Account.PENDING,
                Account.ACTIVE,
                Account.RESERVED,
                Account.SPENT,
                Account.EXPIRED,
                Account.WITHDRAWN,
                Account.OWED);
    }

    /// Those that are in force.
    List<KeptRule> open() {
        return rules.stream().filter(kept -> kept.rule().open()).toList();
    }

    /// Whether the line is what an activity earned, which may be taken back.
    boolean earned(Statement.Line line) {
        return line.cause() == Cause.EARNED;
    }

    @Nullable
    String next() {
        return statement.full()
                ? address(member) + "&before=" + statement.lines().getLast().number()
                : null;
    }
}

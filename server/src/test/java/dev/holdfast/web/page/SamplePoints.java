package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Cause;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.PointsReport;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Reward;
import dev.holdfast.community.points.Rule;
import dev.holdfast.community.points.Statement;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Points as their member and the brand see them, rendered from the sample world without a server.
final class SamplePoints {
    private static final Assets ASSETS = new Assets();
    private static final Duration DAY = Duration.ofDays(1);

    private final Words words;

    SamplePoints(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("points", SamplePages.render("points", page(statement(), List.of(reserved(), lapsed()))));
        pages.put(
                "points-none",
                SamplePages.render("points", page(new Statement(Map.of(), List.of(), List.of(), false), List.of())));
        pages.put("staff-points", SamplePages.render("staffPoints", desk()));
        pages.put("staff-points-member", SamplePages.render("staffPointsMember", member()));
        pages.put("staff-points-rules", SamplePages.render("staffPointsRules", written()));
        return pages;
    }

    private PointsPage page(Statement statement, List<Reservation> reservations) {
        return new PointsPage(frame("fan"), statement, rewards(), reservations, rules(), "key", null);
    }

    private StaffPointsPage desk() {
        return new StaffPointsPage(frame("operator"), report(), rewards(), List.of(reserved()), 100, false, null);
    }

    private StaffPointsMemberPage member() {
        return new StaffPointsMemberPage(
                frame("operator"), SampleWorld.MEMBER, statement(), rules(), "key", true, null);
    }

    private StaffPointsRulesPage written() {
        var typed = Map.of(
                "form",
                "rule",
                "name",
                "check-in",
                "english",
                "Daily visit",
                "chinese",
                "每日签到",
                "points",
                "0",
                "zone",
                "Asia/Shanghai");
        return new StaffPointsRulesPage(
                frame("operator"),
                rules(),
                rewards(),
                typed,
                false,
                "points " + Reasons.of("must be a whole number from 1 to 1000000", words));
    }

    private static Statement statement() {
        var lines = List.of(
                line(9, Account.ACTIVE, Account.OWED, 20, Cause.SET_OFF, 0),
                line(8, Account.ACTIVE, Account.RESERVED, 300, Cause.RESERVED, 1),
                line(7, Account.SPENT, Account.ACTIVE, 120, Cause.RETURNED, 12),
                line(6, Account.PENDING, Account.ACTIVE, 1_000, Cause.ACTIVATED, 20),
                line(5, Account.ISSUED, Account.PENDING, 1_000, Cause.EARNED, 34));
        return new Statement(
                Map.of(
                        Account.ISSUED, -2_150L,
                        Account.PENDING, 500L,
                        Account.ACTIVE, 1_340L,
                        Account.RESERVED, 300L,
                        Account.WITHDRAWN, 60L,
                        Account.OWED, -50L),
                List.of(
                        new Statement.End(NOW.plus(DAY.multipliedBy(40)), 340),
                        new Statement.End(NOW.plus(DAY.multipliedBy(331)), 1_000)),
                lines,
                true);
    }

    private static Statement.Line line(long number, Account from, Account to, long points, Cause cause, int daysAgo) {
        return new Statement.Line(
                number,
                NOW.minus(DAY.multipliedBy(daysAgo)),
                from,
                to,
                points,
                cause,
                "purchase",
                "order-7",
                "order-7");
    }

    private static List<KeptReward> rewards() {
        return List.of(
                new KeptReward("cup", reward("Enamel cup", "搪瓷杯", 300, 2_000), 1_788),
                new KeptReward("tour", reward("A tour of the works", "工厂参观", 1_200, 40), 40),
                new KeptReward("jacket", reward("Rain jacket", "冲锋衣", 5_000, 300), 12));
    }

    private static Reward reward(String english, String chinese, long price, long stock) {
        return new Reward(
                Map.of("en", english, "zh", chinese), price, stock, Duration.ofDays(7), Duration.ofDays(14), true);
    }

    private static Reservation reserved() {
        return new Reservation(
                12,
                SampleWorld.MEMBER,
                "cup",
                300,
                Reservation.State.RESERVED,
                NOW,
                NOW.plus(DAY.multipliedBy(7)),
                NOW);
    }

    private static Reservation lapsed() {
        return new Reservation(
                4, SampleWorld.MEMBER, "jacket", 5_000, Reservation.State.LAPSED, NOW, NOW.minus(DAY), NOW.minus(DAY));
    }

    private static List<KeptRule> rules() {
        return List.of(
                rule("check-in", "Daily visit", "每日签到", 10, 10L, Duration.ZERO),
                rule("purchase", "A purchase in the shop", "商城购物", 5_000, null, Duration.ofDays(14)));
    }

    private static KeptRule rule(
            String name, String english, String chinese, long points, @Nullable Long most, Duration after) {
        var rule = new Rule(
                Map.of("en", english, "zh", chinese),
                points,
                most,
                ZoneId.of("Asia/Shanghai"),
                after,
                Duration.ofDays(365),
                true,
                true);
        return new KeptRule(name, 1, rule, "operator-1", NOW);
    }

    private static PointsReport report() {
        var first = LocalDate.parse("2026-12-01");
        return new PointsReport(List.of(
                new PointsReport.Sum(Account.ISSUED, "purchase", first, -9_400_000),
                new PointsReport.Sum(Account.ACTIVE, "purchase", first, 812_400),
                new PointsReport.Sum(Account.RESERVED, "purchase", first, 31_200),
                new PointsReport.Sum(Account.SPENT, "purchase", first, 6_004_100),
                new PointsReport.Sum(Account.PENDING, "purchase", first.plusMonths(1), 120_300),
                new PointsReport.Sum(Account.ACTIVE, "purchase", first.plusMonths(1), 2_431_000),
                new PointsReport.Sum(Account.WITHDRAWN, "purchase", first.plusMonths(1), 2_500),
                new PointsReport.Sum(Account.OWED, "purchase", first.plusMonths(1), -1_500)));
    }

    private Frame frame(String role) {
        var session = new Session(SampleWorld.MEMBER, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/account/points", session, () -> "token", ASSETS);
    }
}

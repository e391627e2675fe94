package dev.holdfast.community.points;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Points on a real database, under a clock that stands where a test puts it: a rule that gives 100 points for a year,
/// and a cup for 100 points.
final class PointsWorld implements AutoCloseable {
    static final String OPERATOR = "operator-1";

    final TestDatabase database = TestDatabase.fresh();
    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient jdbc;
    final HandClock clock = new HandClock();
    final TransactionTemplate transactions;
    final Members members;
    final Points points;
    final Rewards rewards;
    final PointsClock ticking;
    final KeptPoints kept;

    PointsWorld() {
        this(PurseStore.LOCK, RewardStore.LOCK);
    }

    /// @param lockMember how a member is locked
    /// @param lockReward how a reward is
    PointsWorld(String lockMember, String lockReward) {
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(24);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        members = MembersOnPaper.members(jdbc, clock);
        PurseStore purses = new PurseStore(jdbc, lockMember);
        RewardStore shelf = new RewardStore(jdbc, lockReward);
        ReportStore reports = new ReportStore(jdbc);
        points = new Points(
                new RuleStore(jdbc), purses, new StatementStore(jdbc), reports, members, transactions, clock);
        rewards = new Rewards(shelf, purses, members, transactions, clock);
        ticking = new PointsClock(rewards, purses, reports, transactions, clock);
        kept = new KeptPoints(jdbc, purses, shelf, clock);
        rule("test-drive", 100, null, Duration.ZERO);
        reward("cup", 100, 1_000);
    }

    void rule(String name, long gives, @Nullable Long mostPerDay, Duration activeAfter) {
        points.define(
                name,
                new Rule(
                        Map.of("en", name, "zh", name),
                        gives,
                        mostPerDay,
                        ZoneId.of("Asia/Shanghai"),
                        activeAfter,
                        Duration.ofDays(365),
                        true,
                        true),
                OPERATOR);
    }

    void reward(String name, long price, long stock) {
        rewards.define(
                name,
                new Reward(Map.of("en", name, "zh", name), price, stock, Duration.ofDays(7), Duration.ofDays(14), true),
                OPERATOR);
    }

    Earning earn(String member, String activity) {
        return points.earn(new Earning.Activity(member, "test-drive", activity, null), OPERATOR);
    }

    Reservation reserved(String member, String reward) {
        return ((Spending.Reserved) rewards.reserve(member, member + reward + clock.instant(), reward)).reservation();
    }

    long in(String member, Account account) {
        return points.statement(member, null, 1).in(account);
    }

    /// Ticks until nothing is due.
    void tick(Duration forward) {
        clock.forward(forward);
        ticking.round();
    }

    @Override
    public void close() {
        members.close();
        pool.close();
    }
}

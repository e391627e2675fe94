package dev.holdfast.community.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of rewards and of what is reserved of them.
final class RewardStore {
    private static final String REWARDS = """
            select w.name, w.name_en, w.name_zh, w.price, w.stock, w.taken, w.hold_seconds, w.return_seconds, w.open
            from community.points_reward w
            """;

    static final String LOCK = " for update";

    private static final String ONE = REWARDS + " where w.name = :name";

    private static final String ALL = REWARDS + " where w.open or :closed order by w.price, w.name limit :limit";

    private static final String DEFINE = """
            insert into community.points_reward as w
              (name, name_en, name_zh, price, stock, hold_seconds, return_seconds, open)
            values (:name, :english, :chinese, :price, :stock, :hold, :back, :open)
            on conflict (name) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
              price = excluded.price, stock = excluded.stock, hold_seconds = excluded.hold_seconds,
              return_seconds = excluded.return_seconds, open = excluded.open
            where w.taken <= excluded.stock
            """;

    private static final String TAKE = """
            update community.points_reward set taken = taken + :pieces where name = :name
            """;

    private static final String RESERVATIONS = """
            select r.number, r.member, r.reward, r.price, r.state, r.at, r.until, r.changed_at
            from community.points_reservation r
            """;

    private static final String BY_KEY = RESERVATIONS + " where r.member = :member and r.key = :key";

    private static final String BY_NUMBER = RESERVATIONS + " where r.number = :number";

    private static final String OF_MEMBER = RESERVATIONS + """
             where r.member = :member and (cast(:state as text) is null or r.state = :state)
            order by r.number desc limit :limit""";

    private static final String IN_STATE = RESERVATIONS + """
             where r.state = :state and r.number > :after order by r.number limit :limit""";

    private static final String OVER = RESERVATIONS + """
             where r.state = 'RESERVED' and r.until <= :now
              and (cast(:member as text) is null or r.member = :member)
            order by r.until limit :limit""";

    private static final String RESERVE = """
            insert into community.points_reservation (member, key, reward, price, state, at, until, changed_at)
            values (:member, :key, :reward, :price, 'RESERVED', :at, :until, :at) returning number
            """;

    private static final String CHANGE = """
            update community.points_reservation set state = :to, changed_at = :at where number = :number
            """;

    private final JdbcClient jdbc;
    private final String lock;

    RewardStore(JdbcClient jdbc) {
        this(jdbc, LOCK);
    }

    /// @param lock how a reward is locked: a race without it shows what it is worth
    RewardStore(JdbcClient jdbc, String lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    Optional<KeptReward> find(String name) {
        return jdbc.sql(ONE)
                .param("name", name)
                .query((row, number) -> reward(row))
                .optional();
    }

    /// After the member's lock, never before it.
    Optional<KeptReward> lock(String name) {
        return jdbc.sql(ONE + lock)
                .param("name", name)
                .query((row, number) -> reward(row))
                .optional();
    }

    /// @param closed those that cannot be reserved too
    List<KeptReward> all(boolean closed, int limit) {
        return jdbc.sql(ALL)
                .param("closed", closed)
                .param("limit", limit)
                .query((row, number) -> reward(row))
                .list();
    }

    /// @return false when more are taken than there would be
    boolean define(String name, Reward reward) {
        return jdbc.sql(DEFINE)
                        .param("name", name)
                        .param("english", reward.names().getOrDefault("en", ""))
                        .param("chinese", reward.names().getOrDefault("zh", ""))
                        .param("price", reward.price())
                        .param("stock", reward.stock())
                        .param("hold", reward.holdFor().toSeconds())
                        .param("back", reward.returnWithin().toSeconds())
                        .param("open", reward.open())
                        .update()
                == 1;
    }

    void take(String name, int pieces) {
        jdbc.sql(TAKE).param("name", name).param("pieces", pieces).update();
    }

    Optional<Reservation> byKey(String member, String key) {
        return jdbc.sql(BY_KEY)
                .param("member", member)
                .param("key", key)
                .query((row, number) -> reservation(row))
                .optional();
    }

    Optional<Reservation> byNumber(long reservation) {
        return jdbc.sql(BY_NUMBER)
                .param("number", reservation)
                .query((row, number) -> reservation(row))
                .optional();
    }

    /// The latest first.
    ///
    /// @param state null: any
    List<Reservation> ofMember(String member, Reservation.@Nullable State state, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, number) -> reservation(row))
                .list();
    }

    List<Reservation> in(Reservation.State state, long after, int limit) {
        return jdbc.sql(IN_STATE)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> reservation(row))
                .list();
    }

    /// Those whose time is over, the longest first.
    ///
    /// @param member null: anybody's
    List<Reservation> over(Instant now, @Nullable String member, int limit) {
        return jdbc.sql(OVER)
                .param("now", Timestamp.from(now))
                .param("member", member)
                .param("limit", limit)
                .query((row, number) -> reservation(row))
                .list();
    }

    long reserve(String member, String key, KeptReward kept, Instant at) {
        return jdbc.sql(RESERVE)
                .param("member", member)
                .param("key", key)
                .param("reward", kept.name())
                .param("price", kept.reward().price())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(at.plus(kept.reward().holdFor())))
                .query(Long.class)
                .single();
    }

    void change(long number, Reservation.State to, Instant at) {
        jdbc.sql(CHANGE)
                .param("number", number)
                .param("to", to.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static KeptReward reward(ResultSet row) throws SQLException {
        Reward reward = new Reward(
                RuleStore.names(row),
                row.getLong("price"),
                row.getLong("stock"),
                Duration.ofSeconds(row.getLong("hold_seconds")),
                Duration.ofSeconds(row.getLong("return_seconds")),
                row.getBoolean("open"));
        return new KeptReward(row.getString("name"), reward, row.getLong("taken"));
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getLong("number"),
                row.getString("member"),
                row.getString("reward"),
                row.getLong("price"),
                Reservation.State.valueOf(row.getString("state")),
                PurseStore.instant(row, "at"),
                PurseStore.instant(row, "until"),
                PurseStore.instant(row, "changed_at"));
    }
}

package dev.holdfast.community.referral;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of codes, referrals and their steps.
final class ReferralStore {
    private static final String CODE_OF = "select code from community.referral_code where member = :member";

    private static final String OWNER_OF = "select member from community.referral_code where code = :code";

    private static final String MAKE_CODE = """
            insert into community.referral_code (code, member, at) values (:code, :member, :at) on conflict do nothing
            """;

    private static final String LINK = """
            insert into community.referral (friend, owner, first_owner, code, source, store, contact_at, state, settled)
            values (:friend, :owner, :owner, :code, :source, cast(:store as text), :at, 'LINKED', true)
            on conflict (friend) do nothing
            """;

    private static final String REFERRALS = """
            select r.number, r.friend, r.owner, r.first_owner, r.code, r.source, r.store, r.contact_at, r.state,
              r.order_id, r.activity, r.answer_by
            from community.referral r
            """;

    private static final String OF_FRIEND = REFERRALS + " where r.friend = :friend";

    private static final String ONE = REFERRALS + " where r.number = :number";

    private static final String LOCK = ONE + " for update";

    private static final String OF_OWNER = REFERRALS + """
             where r.number < :before and (r.owner = :owner or r.first_owner = :owner)
            order by r.number desc limit :limit""";

    private static final String UNSETTLED = REFERRALS + """
             where not r.settled order by r.number limit :limit""";

    private static final String SETTLED = """
            update community.referral set settled = true
            where number = :number and state = :state and activity = :activity and owner = :owner
            """;

    private static final String DISPUTED = REFERRALS + """
             where r.answer_by is not null and r.answer_by <= :until order by r.answer_by limit :limit""";

    private static final String CHANGE = """
            update community.referral set owner = :owner, state = :state, order_id = cast(:order as uuid),
              activity = cast(:activity as text), answer_by = cast(:answer as timestamptz), settled = :settled
            where number = :number
            """;

    private static final String STEP = """
            insert into community.referral_step (referral, act, actor, owner, said, at)
            values (:referral, :act, :actor, :owner, :said, :at)
            """;

    private static final String STEPS = """
            select s.act, s.actor, s.owner, s.said, s.at from community.referral_step s
            where s.referral = :referral order by s.number limit 200
            """;

    private static final String TOLD = """
            select exists (select from community.referral_step s
              where s.referral = :referral and s.act = 'LATER_CONTACT' and s.owner = :owner)
            """;

    /// Up to four people round; a longer circle is a village.
    private static final String CIRCLES = """
            select a.owner as one, b.owner as two, c.owner as three, d.owner as four,
              case a.owner when b.friend then 2 when c.friend then 3 else 4 end as people
            from community.referral a
            join community.referral b on b.owner = a.friend
            left join community.referral c on c.owner = b.friend and b.friend <> a.owner
            left join community.referral d on d.owner = c.friend and c.friend <> a.owner
            where a.owner in (b.friend, c.friend, d.friend)
              and a.owner <= least(b.owner, coalesce(c.owner, b.owner), coalesce(d.owner, b.owner))
            order by a.number limit :limit
            """;

    private static final String CURSOR = "select position from community.referral_cursor where launch = :launch";

    private static final String MOVE = """
            insert into community.referral_cursor as c (launch, position) values (:launch, :position)
            on conflict (launch) do update set position = greatest(c.position, excluded.position)
            """;

    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> codeOf(String member) {
        return jdbc.sql(CODE_OF)
                .param("member", member)
                .query((row, number) -> row.getString("code"))
                .optional();
    }

    Optional<String> ownerOf(String code) {
        return jdbc.sql(OWNER_OF)
                .param("code", code)
                .query((row, number) -> row.getString("member"))
                .optional();
    }

    void makeCode(String code, String member, Instant at) {
        jdbc.sql(MAKE_CODE)
                .param("code", code)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @return false when the friend was brought before
    boolean link(String friend, String owner, String code, Referral.Source source, @Nullable String store, Instant at) {
        return jdbc.sql(LINK)
                        .param("friend", friend)
                        .param("owner", owner)
                        .param("code", code)
                        .param("source", source.name())
                        .param("store", store)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Referral> ofFriend(String friend) {
        return jdbc.sql(OF_FRIEND)
                .param("friend", friend)
                .query((row, number) -> referral(row))
                .optional();
    }

    Optional<Referral> find(long referral) {
        return one(ONE, referral);
    }

    /// After the lock of any member's points, never before it.
    Optional<Referral> lock(long referral) {
        return one(LOCK, referral);
    }

    private Optional<Referral> one(String sql, long referral) {
        return jdbc.sql(sql)
                .param("number", referral)
                .query((row, number) -> referral(row))
                .optional();
    }

    List<Referral> ofOwner(String owner, long before, int limit) {
        return jdbc.sql(OF_OWNER)
                .param("owner", owner)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> referral(row))
                .list();
    }

    /// Those whose points are still to be moved.
    List<Referral> unsettled(int limit) {
        return jdbc.sql(UNSETTLED)
                .param("limit", limit)
                .query((row, number) -> referral(row))
                .list();
    }

    /// Unless it became something else meanwhile.
    void settled(Referral referral) {
        jdbc.sql(SETTLED)
                .param("number", referral.number())
                .param("state", referral.state().name())
                .param("activity", referral.activity())
                .param("owner", referral.owner())
                .update();
    }

    /// Open disputes, the most urgent first.
    List<Referral> disputed(Instant until, int limit) {
        return jdbc.sql(DISPUTED)
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> referral(row))
                .list();
    }

    /// @param settled no points move with it
    void change(Referral to, boolean settled) {
        OrderId order = to.order();
        jdbc.sql(CHANGE)
                .param("number", to.number())
                .param("owner", to.owner())
                .param("state", to.state().name())
                .param("order", order == null ? null : order.value())
                .param("settled", settled)
                .param("activity", to.activity())
                .param("answer", to.answerBy() == null ? null : Timestamp.from(to.answerBy()))
                .update();
    }

    void step(long referral, Referral.Step step) {
        jdbc.sql(STEP)
                .param("referral", referral)
                .param("act", step.act().name())
                .param("actor", step.actor())
                .param("owner", step.owner())
                .param("said", step.said())
                .param("at", Timestamp.from(step.at()))
                .update();
    }

    /// Whether this owner's code is known to have come later.
    boolean knowsLater(long referral, String owner) {
        return jdbc.sql(TOLD)
                .param("referral", referral)
                .param("owner", owner)
                .query(Boolean.class)
                .single();
    }

    List<Ring> circles(int limit) {
        return jdbc.sql(CIRCLES)
                .param("limit", limit)
                .query((row, number) -> new Ring(
                        List.of("one", "two", "three", "four").subList(0, row.getInt("people")).stream()
                                .map(column -> text(row, column))
                                .toList(),
                        true,
                        Set.of()))
                .list();
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException failure) {
            throw new IllegalStateException("The column " + column + " is in the select", failure);
        }
    }

    long cursor(int launch) {
        return jdbc.sql(CURSOR)
                .param("launch", launch)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void move(int launch, long position) {
        jdbc.sql(MOVE).param("launch", launch).param("position", position).update();
    }

    private Referral referral(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        OffsetDateTime answerBy = row.getObject("answer_by", OffsetDateTime.class);
        return new Referral(
                row.getLong("number"),
                row.getString("friend"),
                row.getString("owner"),
                row.getString("first_owner"),
                row.getString("code"),
                Referral.Source.valueOf(row.getString("source")),
                row.getString("store"),
                row.getObject("contact_at", OffsetDateTime.class).toInstant(),
                Referral.State.valueOf(row.getString("state")),
                order == null ? null : new OrderId(order),
                row.getString("activity"),
                answerBy == null ? null : answerBy.toInstant(),
                List.of());
    }

    List<Referral.Step> steps(long referral) {
        return jdbc.sql(STEPS)
                .param("referral", referral)
                .query((row, number) -> new Referral.Step(
                        Referral.Act.valueOf(row.getString("act")),
                        row.getString("actor"),
                        row.getString("owner"),
                        row.getString("said"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

package dev.holdfast.community.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of wishes and of how their state changed.
final class WishStore {
    /// Revisions grow in the order of commits only if one transaction at a time takes them.
    private static final String ONE_TELLS = "select pg_advisory_xact_lock(4017235)";

    private static final String PROPOSE = """
            insert into community.wish
              (id, revision, class, language, title, text, member, digest, at, due_at, state)
            values (:id, nextval('community.wish_revision'), :class, :language, :title, :text, :member, :digest, :at,
              :due, 'OPEN')
            on conflict (member, digest) do nothing""";

    private static final String COLUMNS = """
            select w.id, w.number, w.revision, w.class, w.language, w.title, w.text, w.member, w.at, w.due_at, w.state,
              w.decision, w.decided_at, w.merged_into, w.supporters, w.comments
            from community.wish w
            """;

    private static final String ONE = COLUMNS + " where w.id = ?";
    private static final String NUMBERED = COLUMNS + " where w.number = ?";
    private static final String SOME = COLUMNS + " where w.id = any(?)";
    private static final String LOCKED = ONE + " for update";
    /// In one order for everybody, so that nobody waits for somebody who waits for them.
    private static final String LOCKED_SOME = SOME + " order by w.id for update";

    private static final String FROM = COLUMNS + " where w.number > :after order by w.number limit :limit";

    private static final String SAME = COLUMNS + " where w.member = ? and w.digest = ?";
    private static final String OF_MEMBER = COLUMNS + " where w.member = :member order by w.number desc limit :max";

    /// Keepers come in no particular order: some of it may bear the pseudonym by now.
    private static final String TOUCHED = """
            select w.id from community.wish w where w.member in (:member, :pseudonym)
            union select w.merged_into from community.wish w
              where w.member in (:member, :pseudonym) and w.merged_into is not null
            union select v.wish from community.wish_vote v where v.member in (:member, :pseudonym)
            union select c.wish from community.wish_comment c where c.member in (:member, :pseudonym)""";

    private static final String KEPT = """
             where (:class::text is null or w.class = :class)
              and (:state::text is null and w.state <> 'WITHDRAWN' or w.state = :state)
            """;

    private static final String NEWEST = COLUMNS + KEPT + """
              and (:number::bigint is null or w.number < :number)
            order by w.number desc limit :limit""";

    private static final String MOST_SUPPORTED = COLUMNS + KEPT + """
              and (:number::bigint is null or (w.supporters, w.number) < (:key::int, :number))
            order by w.supporters desc, w.number desc limit :limit""";

    private static final String DUE = COLUMNS + KEPT + """
              and w.state in ('OPEN', 'REOPENED')
              and (:number::bigint is null or (w.due_at, w.number) > (to_timestamp(:key / 1000000.0), :number))
            order by w.due_at, w.number limit :limit""";

    private static final String DECIDED = COLUMNS + KEPT + """
              and w.state = 'ANSWERED'
              and (:number::bigint is null or (w.decided_at, w.number) < (to_timestamp(:key / 1000000.0), :number))
            order by w.decided_at desc, w.number desc limit :limit""";

    private static final String BECOMES = """
            update community.wish set revision = nextval('community.wish_revision'), state = :state,
              decision = :decision, decided_at = :decided, merged_into = :target, due_at = :due
            where id = :id""";

    /// With a digest of nobody's words, so that the same words may be proposed again.
    private static final String BLANK =
            "update community.wish set title = '', text = '', digest = uuid_send(id) where id = ?";

    private static final String STEP = """
            insert into community.wish_step (wish, state, cause, actor, at)
            values (:wish, :state, :cause, :actor, :at)""";

    private static final String STEPS =
            "select state, cause, actor, at from community.wish_step where wish = ? order by number";

    private final JdbcClient jdbc;

    WishStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// From here to the end of the running transaction nobody else changes what lists and searches show.
    void tell() {
        jdbc.sql(ONE_TELLS).query((row, number) -> true).single();
    }

    /// @return false: the member said the very same before
    boolean propose(WishId id, Proposal proposal, String member, byte[] digest, Instant at, Instant due) {
        return jdbc.sql(PROPOSE)
                        .param("id", id.value())
                        .param("class", proposal.wishClass())
                        .param("language", proposal.language())
                        .param("title", proposal.title())
                        .param("text", proposal.text())
                        .param("member", member)
                        .param("digest", digest)
                        .param("at", Timestamp.from(at))
                        .param("due", Timestamp.from(due))
                        .update()
                == 1;
    }

    Optional<Wish> find(WishId id) {
        return jdbc.sql(ONE).param(id.value()).query((row, number) -> wish(row)).optional();
    }

    Optional<Wish> numbered(long number) {
        return jdbc.sql(NUMBERED).param(number).query((row, index) -> wish(row)).optional();
    }

    /// Until the running transaction ends nobody votes for it and nobody decides it.
    Optional<Wish> lock(WishId id) {
        return jdbc.sql(LOCKED)
                .param(id.value())
                .query((row, number) -> wish(row))
                .optional();
    }

    /// The same for several.
    List<Wish> lock(List<WishId> ids) {
        return some(LOCKED_SOME, ids);
    }

    Optional<Wish> same(String member, byte[] digest) {
        return jdbc.sql(SAME)
                .param(member)
                .param(digest)
                .query((row, number) -> wish(row))
                .optional();
    }

    List<Wish> some(List<WishId> ids) {
        return some(SOME, ids);
    }

    private List<Wish> some(String sql, List<WishId> ids) {
        return jdbc.sql(sql)
                .param(WishId.values(ids))
                .query((row, number) -> wish(row))
                .list();
    }

    List<WishId> touched(String member, String pseudonym) {
        return jdbc.sql(TOUCHED)
                .param("member", member)
                .param("pseudonym", pseudonym)
                .query((row, number) -> new WishId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Wish> from(long after, int limit) {
        return jdbc.sql(FROM)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> wish(row))
                .list();
    }

    List<Wish> of(String member, int max) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("max", max)
                .query((row, number) -> wish(row))
                .list();
    }

    List<Wish> page(WishQuery query, @Nullable Place after, int limit) {
        String sql = switch (query.order()) {
            case NEWEST -> NEWEST;
            case MOST_SUPPORTED -> MOST_SUPPORTED;
            case DUE -> DUE;
            case DECIDED -> DECIDED;
        };
        WishState state = query.state();
        return jdbc.sql(sql)
                .param("class", query.wishClass())
                .param("state", state == null ? null : state.name())
                .param("key", after == null ? null : after.key())
                .param("number", after == null ? null : after.number())
                .param("limit", limit)
                .query((row, number) -> wish(row))
                .list();
    }

    void becomes(Wish wish) {
        Decision decision = wish.decision();
        Instant decided = wish.decidedAt();
        WishId into = wish.mergedInto();
        jdbc.sql(BECOMES)
                .param("id", wish.id().value())
                .param("state", wish.state().name())
                .param("decision", decision == null ? null : decision.name())
                .param("decided", decided == null ? null : Timestamp.from(decided))
                .param("target", into == null ? null : into.value())
                .param("due", Timestamp.from(wish.dueAt()))
                .update();
    }

    void blank(WishId id) {
        jdbc.sql(BLANK).param(id.value()).update();
    }

    void step(WishId wish, WishStep step) {
        jdbc.sql(STEP)
                .param("wish", wish.value())
                .param("state", step.state().name())
                .param("cause", step.cause())
                .param("actor", step.actor())
                .param("at", Timestamp.from(step.at()))
                .update();
    }

    List<WishStep> steps(WishId wish) {
        return jdbc.sql(STEPS)
                .param(wish.value())
                .query((row, number) -> new WishStep(
                        WishState.valueOf(row.getString("state")),
                        row.getString("cause"),
                        row.getString("actor"),
                        at(row, "at")))
                .list();
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        UUID into = row.getObject("merged_into", UUID.class);
        return new Wish(
                new WishId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("class"),
                row.getString("language"),
                row.getString("title"),
                row.getString("text"),
                row.getString("member"),
                at(row, "at"),
                at(row, "due_at"),
                WishState.valueOf(row.getString("state")),
                decision == null ? null : Decision.valueOf(decision),
                decision == null ? null : at(row, "decided_at"),
                into == null ? null : new WishId(into),
                row.getInt("supporters"),
                row.getInt("comments"));
    }
}

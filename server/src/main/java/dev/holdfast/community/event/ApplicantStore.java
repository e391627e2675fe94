package dev.holdfast.community.event;

import dev.holdfast.launch.draw.Entrant;
import dev.holdfast.launch.draw.PlaceMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of applicants and of their moves.
final class ApplicantStore {
    private static final HexFormat HEX = HexFormat.of();

    private static final String APPLY = """
            insert into community.applicant (event, member, ticket, hash, city, fits, state, applied_at, since)
            values (:event, :member, :ticket, :hash, :city, :fits, 'APPLIED', :at, :at)
            on conflict (event, member) do nothing""";

    private static final String WITHDRAW = "delete from community.applicant where event = :event and member = :member";

    private static final String READ = """
            select a.member, a.ticket, a.hash, a.city, a.fits, a.state, a.drawn, a.since, a.until, a.reminded_at,
              a.got_at, a.attended_at
            from community.applicant a where a.event = :event
            """;

    private static final String ONE = READ + "and a.member = :member";

    private static final String PAGE = READ + """
            and a.member > :after and (:state = '' or a.state = :state) order by a.member limit :max""";

    private static final String STATE = READ + "and a.state = any(:states) order by a.drawn, a.member";

    private static final String COUNT = "select count(*) from community.applicant where event = :event";

    private static final String LIST = """
            select hash, fits from community.applicant where event = :event order by hash""";

    private static final String DRAWN = """
            update community.applicant a set drawn = d.drawn,
              state = case when a.state = 'APPLIED' then 'RESERVE' else a.state end
            from unnest(:hashes::bytea[], :numbers::int[]) as d (hash, drawn)
            where a.event = :event and a.hash = d.hash""";

    private static final String MOVE = """
            insert into community.place_move (event, at, up, hash, why)
            select :event, :at, :up, m.hash, :why from unnest(:hashes::bytea[]) with ordinality as m (hash, n)
            order by m.n""";

    private static final String MOVES = """
            select at, up, hash from community.place_move where event = :event order by number""";

    private static final String STAND = """
            update community.applicant
            set state = :state, since = :at, until = :until::timestamptz, reminded_at = null,
              got_at = case when :state in ('WON', 'ATTENDED') then coalesce(got_at, :at) else got_at end
            where event = :event and member = any(:members)""";

    private static final String TO_CONFIRM = READ + """
            and a.state = 'WON'
              and (a.until <= :now or (a.reminded_at is null and :now >= a.since + (a.until - a.since) / 2))
            order by a.until limit :max""";

    private static final String COUNTS = """
            select state, count(*) from community.applicant where event = :event group by state""";

    private static final String AHEAD = """
            select count(*) from community.applicant
            where event = :event and state = 'RESERVE' and drawn < :drawn""";

    private static final String REMIND = """
            update community.applicant set reminded_at = :at, until = :until
            where event = :event and member = :member""";

    private static final String ATTEND = """
            update community.applicant set attended_at = :at where event = :event and member = :member""";

    private static final String TRY = """
            update community.applicant set tries = tries + 1
            where event = :event and member = :member and tries < :max""";

    private final JdbcClient jdbc;

    ApplicantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false: they had applied before
    boolean apply(int event, String member, byte[] ticket, byte[] hash, String city, int fits, Instant at) {
        return jdbc.sql(APPLY)
                        .param("event", event)
                        .param("member", member)
                        .param("ticket", ticket)
                        .param("hash", hash)
                        .param("city", city)
                        .param("fits", fits)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    void withdraw(int event, String member) {
        jdbc.sql(WITHDRAW).param("event", event).param("member", member).update();
    }

    Optional<Applicant> find(int event, String member) {
        return jdbc.sql(ONE)
                .param("event", event)
                .param("member", member)
                .query((row, number) -> applicant(row))
                .optional();
    }

    /// By name, so that a page can be asked for again.
    List<Applicant> page(int event, @Nullable PlaceState state, String after, int max) {
        return jdbc.sql(PAGE)
                .param("event", event)
                .param("state", state == null ? "" : state.name())
                .param("after", after)
                .param("max", max)
                .query((row, number) -> applicant(row))
                .list();
    }

    /// In drawn order.
    List<Applicant> standing(int event, Collection<PlaceState> states) {
        return jdbc.sql(STATE)
                .param("event", event)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> applicant(row))
                .list();
    }

    /// Those whose place is to be confirmed, and who have to be reminded of it or were silent for too long.
    List<Applicant> toConfirm(int event, Instant now, int max) {
        return jdbc.sql(TO_CONFIRM)
                .param("event", event)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, number) -> applicant(row))
                .list();
    }

    Map<PlaceState, Integer> counts(int event) {
        var counts = new EnumMap<PlaceState, Integer>(PlaceState.class);
        jdbc.sql(COUNTS).param("event", event).query(row -> {
            counts.put(PlaceState.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    /// Reserves who were drawn before.
    int ahead(int event, int drawn) {
        return jdbc.sql(AHEAD)
                .param("event", event)
                .param("drawn", drawn)
                .query(Integer.class)
                .single();
    }

    int count(int event) {
        return jdbc.sql(COUNT).param("event", event).query(Integer.class).single();
    }

    /// By ascending hash, as it is published.
    List<Entrant> list(int event) {
        return jdbc.sql(LIST)
                .param("event", event)
                .query((row, number) -> new Entrant(HEX.formatHex(row.getBytes(1)), row.getInt(2)))
                .list();
    }

    void drawn(int event, List<Entrant> inOrder) {
        jdbc.sql(DRAWN)
                .param("event", event)
                .param("hashes", bytes(inOrder.stream().map(Entrant::hash).toList()))
                .param(
                        "numbers",
                        IntStream.rangeClosed(1, inOrder.size()).boxed().toArray(Integer[]::new))
                .update();
    }

    private static byte[][] bytes(List<String> hashes) {
        return hashes.stream().map(HEX::parseHex).toArray(byte[][]::new);
    }

    void move(int event, Instant at, boolean up, List<String> hashes, String why) {
        jdbc.sql(MOVE)
                .param("event", event)
                .param("at", Timestamp.from(at))
                .param("up", up)
                .param("hashes", bytes(hashes))
                .param("why", why)
                .update();
    }

    List<PlaceMove> moves(int event) {
        return jdbc.sql(MOVES)
                .param("event", event)
                .query((row, number) -> new PlaceMove(
                        row.getTimestamp(1).toInstant(), row.getBoolean(2), HEX.formatHex(row.getBytes(3))))
                .list();
    }

    void stand(int event, Collection<String> members, PlaceState state, Instant at, @Nullable Instant until) {
        jdbc.sql(STAND)
                .param("event", event)
                .param("members", members.toArray(String[]::new))
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    void remind(int event, String member, Instant at, Instant until) {
        jdbc.sql(REMIND)
                .param("event", event)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(until))
                .update();
    }

    void attend(int event, String member, Instant at) {
        jdbc.sql(ATTEND)
                .param("event", event)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Counts an attempt, in a transaction of its own.
    ///
    /// @return false: there were too many already
    boolean attempt(int event, String member, int max) {
        return jdbc.sql(TRY)
                        .param("event", event)
                        .param("member", member)
                        .param("max", max)
                        .update()
                > 0;
    }

    private static Applicant applicant(ResultSet row) throws SQLException {
        byte[] ticket = row.getBytes("ticket");
        return new Applicant(
                row.getString("member"),
                ticket == null ? null : HEX.formatHex(ticket),
                HEX.formatHex(row.getBytes("hash")),
                row.getString("city"),
                row.getInt("fits"),
                PlaceState.valueOf(row.getString("state")),
                row.getObject("drawn", Integer.class),
                row.getTimestamp("since").toInstant(),
                EventStore.instant(row, "until"),
                EventStore.instant(row, "reminded_at"),
                EventStore.instant(row, "got_at"),
                EventStore.instant(row, "attended_at"));
    }
}

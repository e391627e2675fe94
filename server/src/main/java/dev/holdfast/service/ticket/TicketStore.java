package dev.holdfast.service.ticket;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of tickets and their steps; those of steps are never changed.
final class TicketStore {
    static final String SELECT = """
            select number, order_id, member, launch, serial, configuration, place, subject, state, opened_at,
              answer_due, answered_at, since, component, symptom, lot, rating from service.ticket
            """;

    private static final String FIND = SELECT + " where number = :ticket";

    private static final String LOCK = FIND + " for update";

    private static final String OF_VISIT = SELECT + " where visit = :visit";

    private static final String OF_ORDER = SELECT + " where order_id = :order order by number desc limit :max";

    /// Whose first answer is due earliest comes first, whoever was answered after them.
    private static final String OF_PLACE = SELECT + """
             where place = :place and state not in ('CONFIRMED', 'WITHDRAWN')
            order by answered_at is not null, answer_due, number limit :max
            """;

    private static final String LIVE = """
            select place, count(*) as live from service.ticket
            where place = any (:places) and state not in ('CONFIRMED', 'WITHDRAWN') group by place
            """;

    /// Whoever presses twice waits for themselves, and then finds what they sent.
    private static final String ONE_OPENS = """
            select 1 from (select pg_advisory_xact_lock(4017260, hashtext(:order))) as locked
            """;

    private static final String OPEN = """
            insert into service.ticket (order_id, member, launch, serial, configuration, place, subject, state,
              opened_at, answer_due, since)
            values (:order, :member, :launch, :serial, :configuration, :place, :subject, 'OPEN', :now, :due, :now)
            returning number
            """;

    private static final String WRITE = """
            update service.ticket set state = :state, answer_due = :due, answered_at = :answered, since = :since,
              component = :component, symptom = :symptom, lot = :lot, rating = :rating
            where number = :ticket
            """;

    private static final String VISIT = """
            select visit from service.ticket where number = :ticket and visit is not null
            """;

    private static final String SET_VISIT = "update service.ticket set visit = :visit where number = :ticket";

    private static final String SET_PLACE = "update service.ticket set place = :place where number = :ticket";

    private static final String STEP = """
            insert into service.ticket_step (ticket, at, step, side, actor, words, place)
            values (:ticket, :at, :step, :side, :actor, :words, :place)
            returning number
            """;

    private static final String STEPS = """
            select number, at, step, side, actor, words, place from service.ticket_step where ticket = :ticket
            order by number
            """;

    private static final String COUNT = "select count(*) from service.ticket_step where ticket = :ticket";

    private final JdbcClient jdbc;
    private final TicketPhotoStore photos;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.photos = new TicketPhotoStore(jdbc);
    }

    Optional<Ticket> find(long ticket) {
        return jdbc.sql(FIND)
                .param("ticket", ticket)
                .query((row, number) -> ticket(row))
                .optional();
    }

    /// Until the running transaction ends.
    Optional<Ticket> lock(long ticket) {
        return jdbc.sql(LOCK)
                .param("ticket", ticket)
                .query((row, number) -> ticket(row))
                .optional();
    }

    Optional<Ticket> ofVisit(UUID visit) {
        return jdbc.sql(OF_VISIT)
                .param("visit", visit)
                .query((row, number) -> ticket(row))
                .optional();
    }

    /// The latest first.
    List<Ticket> ofOrder(OrderId order, int max) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .param("max", max)
                .query((row, number) -> ticket(row))
                .list();
    }

    /// Those that are not over.
    List<Ticket> ofPlace(String place, int max) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("max", max)
                .query((row, number) -> ticket(row))
                .list();
    }

    /// How many are not over, by place.
    Map<String, Long> live(Collection<String> places) {
        Map<String, Long> live = new HashMap<>();
        jdbc.sql(LIVE).param("places", places.toArray(String[]::new)).query(row -> {
            live.put(row.getString("place"), row.getLong("live"));
        });
        return live;
    }

    /// Nobody else opens one for this order until the running transaction ends.
    void alone(OrderId order) {
        jdbc.sql(ONE_OPENS)
                .param("order", order.toString())
                .query((row, number) -> number)
                .list();
    }

    long open(OwnedUnit unit, String place, Subject subject, Instant due, Instant now) {
        return jdbc.sql(OPEN)
                .param("order", unit.order().value())
                .param("member", unit.member())
                .param("launch", unit.order().launch())
                .param("serial", unit.serial())
                .param("configuration", unit.configuration())
                .param("place", place)
                .param("subject", subject.id())
                .param("now", utc(now))
                .param("due", utc(due))
                .query(Long.class)
                .single();
    }

    void write(Ticket ticket) {
        jdbc.sql(WRITE)
                .param("ticket", ticket.number())
                .param("state", ticket.state().name())
                .param("due", utc(ticket.answerDue()))
                .param("answered", ticket.answeredAt() == null ? null : utc(ticket.answeredAt()))
                .param("since", utc(ticket.since()))
                .param("component", ticket.component())
                .param("symptom", ticket.symptom())
                .param("lot", ticket.lot())
                .param("rating", ticket.rating())
                .update();
    }

    /// Whose staff see it from now on.
    void place(long ticket, String place) {
        jdbc.sql(SET_PLACE).param("ticket", ticket).param("place", place).update();
    }

    /// @param place to which it is passed; null: it stays where it is
    /// @return its number
    long step(long ticket, String step, Side side, String actor, String words, @Nullable String place, Instant now) {
        return jdbc.sql(STEP)
                .param("ticket", ticket)
                .param("at", utc(now))
                .param("step", step)
                .param("side", side.name())
                .param("actor", actor)
                .param("words", words)
                .param("place", place)
                .query(Long.class)
                .single();
    }

    /// The appointment of its owner; empty: none was asked for.
    Optional<UUID> visit(long ticket) {
        return jdbc.sql(VISIT)
                .param("ticket", ticket)
                .query((row, number) -> row.getObject("visit", UUID.class))
                .optional();
    }

    /// @param visit null: the next one is another
    void visit(long ticket, @Nullable UUID visit) {
        jdbc.sql(SET_VISIT).param("ticket", ticket).param("visit", visit).update();
    }

    List<Step> steps(long ticket) {
        return jdbc.sql(STEPS)
                .param("ticket", ticket)
                .query((row, number) -> new Step(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("step"),
                        Side.valueOf(row.getString("side")),
                        row.getString("actor"),
                        row.getString("words"),
                        row.getString("place")))
                .list();
    }

    TicketHistory history(Ticket ticket) {
        return new TicketHistory(ticket, steps(ticket.number()), photos.all(ticket.number()));
    }

    int count(long ticket) {
        return jdbc.sql(COUNT).param("ticket", ticket).query(Integer.class).single();
    }

    static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("member"),
                row.getInt("launch"),
                row.getString("serial"),
                row.getString("configuration"),
                row.getString("place"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("answer_due", OffsetDateTime.class).toInstant(),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("component"),
                row.getString("symptom"),
                row.getString("lot"),
                row.getObject("rating", Integer.class));
    }
}

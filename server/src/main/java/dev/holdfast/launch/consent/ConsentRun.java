package dev.holdfast.launch.consent;

import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.BrokenPromise;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one change of a launch's supply asks of the members it moves, and owes them: written beside their new promises,
/// a page at a time, and counting from the same instant.
///
/// @param run the plan run, null for a supply in force at once
public record ConsentRun(int launch, @Nullable Integer run, LaunchDefinition definition, AtFault atFault, Instant now) {
    private static final String CLOCK = "clock";

    /// By the order alone: to search for the run as well would mean to read all that the run asks.
    private static final String FORGET = """
            delete from launch.consent where order_id = any (?::uuid[]) and plan_run is not distinct from ?
            """;

    private static final String FORGET_DUE = """
            delete from launch.compensation where order_id = any (?::uuid[]) and plan_run is not distinct from ?
            """;

    private static final String FORGET_ALL = "delete from launch.consent where launch = ? and plan_run = ?";

    private static final String FORGET_ALL_DUE = "delete from launch.compensation where launch = ? and plan_run = ?";

    private static final String FORGET_RUN = "delete from launch.consent_run where launch = ? and plan_run = ?";

    /// One order that moves.
    public record Moved(
            OrderId order,
            OrderState state,
            @Nullable LocalDate was,
            @Nullable LocalDate from,
            String reason) {}

    /// Joins the connection's transaction.
    ///
    /// @param moves a page of them, each order at most once in all pages
    public void write(Connection connection, Collection<Moved> moves) throws SQLException {
        List<Moved> paid =
                moves.stream().filter(move -> Consenting.paid(move.state())).toList();
        Instant first = ask(connection, paid);
        CompensationBook.append(connection, launch, run, now, due(connection, paid));
        if (run != null && first != null) {
            ConsentClock.note(connection, launch, run, first);
        }
    }

    /// The run's rows count from this transaction on.
    public static void published(Connection connection, int launch, int run) throws SQLException {
        ConsentClock.published(connection, launch, run);
    }

    /// Takes back what an unpublished run was to ask of these orders, and to grant them.
    public static void forget(Connection connection, int run, Collection<OrderId> orders) throws SQLException {
        for (String statement : List.of(FORGET, FORGET_DUE)) {
            try (PreparedStatement forget = connection.prepareStatement(statement)) {
                forget.setArray(1, ConsentBook.ids(connection, orders));
                forget.setInt(2, run);
                forget.executeUpdate();
            }
        }
    }

    /// Takes back all that an unpublished run was to ask and to grant.
    public static void forgetAll(Connection connection, int launch, int run) throws SQLException {
        for (String statement : List.of(FORGET_ALL, FORGET_ALL_DUE, FORGET_RUN)) {
            try (PreparedStatement forget = connection.prepareStatement(statement)) {
                forget.setInt(1, launch);
                forget.setInt(2, run);
                forget.executeUpdate();
            }
        }
    }

    /// What these orders would be granted, by what they were granted before. Writes nothing.
    public List<CompensationBook.Row> wouldGrant(Connection connection, Collection<Moved> moves) throws SQLException {
        return due(
                connection,
                moves.stream().filter(move -> Consenting.paid(move.state())).toList());
    }

    /// @return by when the first of them has to answer; null: none is asked
    private @Nullable Instant ask(Connection connection, List<Moved> moves) throws SQLException {
        Map<OrderId, Standing> standings = ConsentBook.standings(
                connection, moves.stream().map(Moved::order).toList());
        Consenting.Asking asking = new Consenting.Asking(RuleSets.of(definition.ruleSet()), definition.timeZone(), now);
        List<ConsentBook.Row> rows = new ArrayList<>();
        Instant first = null;
        for (Moved move : moves) {
            Standing next = Consenting.moved(
                            asking,
                            standings.getOrDefault(move.order(), Standing.UNTOUCHED),
                            new Consenting.Move(move.was(), move.from(), move.state(), move.reason(), atFault))
                    .orElse(null);
            if (next != null) {
                rows.add(new ConsentBook.Row(move.order(), next, CLOCK));
                Question question = next.open() ? next.question() : null;
                if (question != null && (first == null || question.answerBy().isBefore(first))) {
                    first = question.answerBy();
                }
            }
        }
        ConsentBook.append(connection, launch, run, now, rows);
        return first;
    }

    private List<CompensationBook.Row> due(Connection connection, List<Moved> moves) throws SQLException {
        Map<OrderId, LocalDate> later = new HashMap<>();
        for (Moved move : moves) {
            LocalDate from = move.from();
            if (from != null && (move.was() == null || from.isAfter(move.was()))) {
                later.put(move.order(), from);
            }
        }
        if (later.isEmpty() || definition.compensation().isEmpty()) {
            return List.of();
        }
        List<CompensationBook.Row> rows = new ArrayList<>();
        for (Map.Entry<OrderId, BrokenPromise> one :
                CompensationBook.broken(connection, later).entrySet()) {
            BrokenPromise broken = one.getValue();
            for (Compensation.Due due : Compensation.due(definition.compensation(), atFault, broken)) {
                rows.add(new CompensationBook.Row(
                        one.getKey(),
                        due.rule().id(),
                        weeks(broken),
                        due.amount(),
                        definition.currency(),
                        due.rule().setOff()));
            }
        }
        return rows;
    }

    private static long weeks(BrokenPromise broken) {
        LocalDate first = broken.first();
        LocalDate from = broken.from();
        return first == null || from == null ? 0 : ChronoUnit.WEEKS.between(first, from);
    }
}

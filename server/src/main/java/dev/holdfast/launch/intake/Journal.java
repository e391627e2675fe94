package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.SupplyLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the events of a batch stand in the journal: a JSON array with one short array per event, as a batch holds up to
/// thousands and each is paid for on the intake path.
///
/// While instances are upgraded one after the other, a newer one may write a kind of event that this one does
/// not know. The line is then read anew, as after a change of the whole launch: failing would stop every order
/// of the launch here, and going on without the event would give its units away twice.
final class Journal {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Journal() {}

    static String write(List<Event> events) {
        StringBuilder text = new StringBuilder(events.size() * 80 + 2).append('[');
        for (Event event : events) {
            if (text.length() > 1) {
                text.append(',');
            }
            switch (event) {
                case Event.Held e -> array(text, "held", e.order(), e.position(), e.offer(), e.week());
                case Event.Placed e -> array(text, "placed", e.order(), e.offer());
                case Event.Locked e -> array(text, "locked", e.order(), e.offer());
                case Event.Expired e -> array(text, "expired", e.order(), e.offer(), e.week());
                case Event.Cancelled e -> array(text, "cancelled", e.order(), e.offer(), e.was(), e.week());
                case Event.Changed e ->
                    array(
                            text,
                            "changed",
                            e.order(),
                            e.from(),
                            e.offer(),
                            e.state(),
                            e.week(),
                            e.position(),
                            e.freed());
                case Event.Readmitted e -> array(text, "readmitted", e.order(), e.offer(), e.week());
                case Event.LockAsked e -> array(text, "lock_asked", e.order());
                case Event.Consented e -> array(text, "consented", e.order());
                case Event.Advanced e -> array(text, "advanced", e.order(), e.offer(), e.was(), e.to());
                case Event.Reset e -> array(text, "reset", e.cause());
                case Event.Unknown e -> throw new IllegalStateException("Nobody writes what is not known: " + e);
            }
        }
        return text.append(']').toString();
    }

    static List<Event> read(String text) {
        List<Event> events = new ArrayList<>();
        for (JsonNode node : JSON.readTree(text)) {
            events.add(event(node));
        }
        return events;
    }

    /// Brings a line forward by the journal of other instances, in order.
    ///
    /// @return the line at the last row's sequence, or empty when the launch was changed as a whole, or in a
    ///     way that is not known here, and must be read again
    static Optional<LineState> follow(LineState state, List<Written> journal) {
        Map<String, Tally> tallies = new HashMap<>(state.tallies());
        SupplyLine supply = state.supply().copy();
        long positions = state.positions();
        long sequence = state.sequence();
        for (Written row : journal) {
            if (row.sequence() != sequence + 1) {
                return Optional.empty();
            }
            sequence = row.sequence();
            for (Event event : read(row.events())) {
                if (event instanceof Event.Reset || event instanceof Event.Unknown) {
                    return Optional.empty();
                }
                positions = Math.max(positions, positionOf(event));
                apply(event, tallies, supply);
            }
        }
        return Optional.of(state.at(sequence, positions, tallies, supply));
    }

    /// The position that an order took with this event, 0: none.
    private static long positionOf(Event event) {
        return switch (event) {
            case Event.Held held -> held.position();
            case Event.Changed changed -> changed.position();
            case Event.Placed _,
                    Event.Locked _,
                    Event.Expired _,
                    Event.Cancelled _,
                    Event.Readmitted _,
                    Event.LockAsked _,
                    Event.Consented _,
                    Event.Advanced _,
                    Event.Reset _,
                    Event.Unknown _ -> 0;
        };
    }

    /// One committed row.
    record Written(long sequence, String events) {}

    private static void apply(Event event, Map<String, Tally> tallies, SupplyLine supply) {
        switch (event) {
            case Event.Held e -> {
                count(tallies, e.offer(), OrderState.HELD, 1);
                supply.taken(e.offer(), e.week());
            }
            case Event.Placed e -> move(tallies, e.offer(), OrderState.HELD, OrderState.PLACED);
            case Event.Locked e -> move(tallies, e.offer(), OrderState.PLACED, OrderState.LOCKED);
            case Event.Expired e -> {
                count(tallies, e.offer(), OrderState.HELD, -1);
                supply.release(e.offer(), e.week());
            }
            case Event.Cancelled e -> {
                count(tallies, e.offer(), e.was(), -1);
                supply.release(e.offer(), e.week());
            }
            case Event.Changed e -> {
                count(tallies, e.from(), e.state(), -1);
                supply.release(e.from(), e.freed());
                count(tallies, e.offer(), e.state(), 1);
                supply.taken(e.offer(), e.week());
            }
            case Event.Readmitted e -> {
                count(tallies, e.offer(), OrderState.PLACED, 1);
                supply.taken(e.offer(), e.week());
            }
            case Event.LockAsked e -> {}
            case Event.Consented e -> {}
            case Event.Advanced e -> move(tallies, e.offer(), e.was(), e.to());
            case Event.Reset e -> {}
            case Event.Unknown e -> {}
        }
    }

    private static void move(Map<String, Tally> tallies, String offer, OrderState from, OrderState to) {
        count(tallies, offer, from, -1);
        count(tallies, offer, to, 1);
    }

    private static void count(Map<String, Tally> tallies, String offer, OrderState state, int by) {
        tallies.put(offer, tallies.getOrDefault(offer, Tally.NONE).plus(state, by));
    }

    private static void array(StringBuilder text, @Nullable Object... values) {
        char before = '[';
        for (Object value : values) {
            text.append(before);
            before = ',';
            switch (value) {
                case null -> text.append("null");
                case Long number -> text.append(number);
                // Ids of offers and causes are checked to need no escape; the rest are ids, dates and names of ours.
                default -> text.append('"').append(value).append('"');
            }
        }
        text.append(']');
    }

    private static Event event(JsonNode node) {
        String kind = node.get(0).asString();
        return switch (kind) {
            case "held" -> new Event.Held(order(node), node.get(2).asLong(), text(node, 3), week(node, 4));
            case "placed" -> new Event.Placed(order(node), text(node, 2));
            case "locked" -> new Event.Locked(order(node), text(node, 2));
            case "expired" -> new Event.Expired(order(node), text(node, 2), week(node, 3));
            case "cancelled" ->
                new Event.Cancelled(order(node), text(node, 2), OrderState.valueOf(text(node, 3)), week(node, 4));
            case "changed" ->
                new Event.Changed(
                        order(node),
                        text(node, 2),
                        text(node, 3),
                        OrderState.valueOf(text(node, 4)),
                        week(node, 5),
                        node.get(6).asLong(),
                        week(node, 7));
            case "readmitted" -> new Event.Readmitted(order(node), text(node, 2), week(node, 3));
            case "lock_asked" -> new Event.LockAsked(order(node));
            case "consented" -> new Event.Consented(order(node));
            case "advanced" ->
                new Event.Advanced(
                        order(node),
                        text(node, 2),
                        OrderState.valueOf(text(node, 3)),
                        OrderState.valueOf(text(node, 4)));
            case "reset" -> new Event.Reset(text(node, 1));
            default -> new Event.Unknown(kind);
        };
    }

    private static OrderId order(JsonNode node) {
        return new OrderId(UUID.fromString(text(node, 1)));
    }

    private static String text(JsonNode node, int index) {
        return node.get(index).asString();
    }

    /// Weeks freed were not written before there were plans, and no line needed them then.
    private static @Nullable LocalDate week(JsonNode node, int index) {
        return node.size() <= index || node.get(index).isNull() ? null : LocalDate.parse(text(node, index));
    }
}

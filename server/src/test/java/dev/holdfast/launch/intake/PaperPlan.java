package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Move;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A plan run over a simulated launch: made from the book of one moment, and put in force at a later one, as [Flip]
/// does it with rows.
final class PaperPlan {
    /// What it moves, unseen until it is published.
    private final Map<OrderId, Optional<LocalDate>> staged =
            new TreeMap<>(Comparator.comparing(id -> id.value().toString()));

    private final PaperBook book;
    private final CatchUp catchUp;
    private long sequence;

    /// @param planned a supply that nobody has taken from yet
    PaperPlan(PaperBook book, SupplyLine planned, LineState line, Instant clock) {
        this.book = book;
        this.sequence = book.row.sequence();
        LocalDate thisWeek = line.weekAt(Line.notBefore(clock, line));
        Comparator<Entry> byEntry = Comparator.comparingLong(entry -> entry.entered);
        boolean fair = book.breach != Breach.PLANS_BY_CHANCE || ++book.plans % 2 == 0;
        book.orders.values().stream()
                .filter(entry -> entry.state.live())
                .sorted(fair ? byEntry : byEntry.reversed())
                .forEach(entry -> {
                    LocalDate week = planned.take(entry.offer, thisWeek).orElse(null);
                    LocalDate from = week == null ? null : week.plusWeeks(transit(entry));
                    if (!Objects.equals(from, entry.from)) {
                        staged.put(entry.id(), Optional.ofNullable(from));
                    }
                });
        this.catchUp = new CatchUp(1, new Supplies.Planned(planned, (order, otherwise) -> otherwise));
    }

    /// What it moves, and where to.
    Map<OrderId, Optional<LocalDate>> moves() {
        return Map.copyOf(staged);
    }

    /// @param random how many rows of the journal are followed at a time must not matter
    void publish(LineState line, Instant clock, int run, Random random) {
        Instant at = Line.notBefore(clock, line);
        List<Journal.Written> journal = List.copyOf(book.journalAfter(sequence));
        for (int from = 0; from < journal.size(); ) {
            int to = Math.min(journal.size(), from + 1 + random.nextInt(5));
            follow(journal.subList(from, to), line, at);
            from = to;
        }
        line.tallies()
                .forEach((offer, tally) -> assertThat(catchUp.planned().live(offer))
                        .as("live orders of %s in the plan", offer)
                        .isEqualTo(tally.live()));
        staged.forEach((order, from) -> move(order, from.orElse(null)));
        line.tallies()
                .keySet()
                .forEach(offer -> book.checkpoint.put(offer, catchUp.planned().checkpoint(offer)));
        book.reset(at, run);
    }

    private void follow(List<Journal.Written> rows, LineState line, Instant at) {
        List<Event> events = new ArrayList<>();
        for (Journal.Written row : rows) {
            sequence = row.sequence();
            Journal.read(row.events()).stream().filter(this::noticed).forEach(events::add);
        }
        Map<OrderId, CatchUp.Named> named = new HashMap<>();
        for (OrderId order : CatchUp.named(events)) {
            Entry entry = book.order(order).orElseThrow();
            Optional<LocalDate> from = staged.get(order);
            named.put(
                    order,
                    new CatchUp.Named(
                            order,
                            entry.origin.region(),
                            entry.state,
                            entry.from,
                            from != null,
                            from == null ? null : from.orElse(null)));
        }
        catchUp.follow(events, named, book.definition, line.weekAt(at));
        CatchUp.Changes changes = catchUp.take();
        if (book.breach != Breach.PUBLISHES_WHAT_WAS_TAKEN_BACK) {
            staged.keySet().removeAll(changes.dropped);
        }
        for (Move move : changes.moves.values()) {
            staged.put(move.order(), Optional.ofNullable(move.from()));
        }
    }

    private boolean noticed(Event event) {
        return switch (event) {
            case Event.Held _, Event.Readmitted _ -> book.breach != Breach.PLANS_WITHOUT_WHO_CAME;
            case Event.Expired _, Event.Cancelled _ -> book.breach != Breach.PLANS_WITH_WHO_LEFT;
            default -> true;
        };
    }

    private void move(OrderId order, @Nullable LocalDate from) {
        Entry entry = book.order(order).orElseThrow();
        assertThat(entry.state.live()).as("%s is given a window", order).isTrue();
        Entry moved = PaperBook.copy(entry);
        moved.from = from;
        book.orders.put(order, moved);
    }

    private int transit(Entry entry) {
        return book.definition.transitWeeks(entry.origin.region());
    }
}

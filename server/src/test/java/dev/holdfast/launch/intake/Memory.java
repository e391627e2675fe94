package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the fans were told and what the book once held, kept apart from the servers: nothing of it may be lost, and
/// nothing of it may ever be something else.
final class Memory {
    private final PaperBook book;
    private final Map<OrderId, Told> told = new HashMap<>();
    private final Map<OrderId, Order.First> firsts = new HashMap<>();
    private final List<Journal.Written> journal = new ArrayList<>();
    private final List<Writes.PaymentRow> payments = new ArrayList<>();

    /// @param position for life, unless a change gave it up
    private record Told(long position, Order.First first) {}

    Memory(PaperBook book) {
        this.book = book;
    }

    /// The answers of a batch went out.
    void tell(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer instanceof Answer.Fan(Outcome.Done done)) {
                Order order = done.order();
                told.putIfAbsent(order.id(), new Told(order.position(), order.first()));
            }
        }
    }

    void check() {
        told.forEach((id, then) -> {
            Entry entry = book.order(id).orElse(null);
            assertThat(entry).as("%s, which was acknowledged", id).isNotNull();
        });
        for (Entry entry : book.orders.values()) {
            Order.First first = entry.order().first();
            Order.First before = firsts.putIfAbsent(entry.id(), first);
            assertThat(first).as("what %s was first told", entry.id()).isEqualTo(before == null ? first : before);
            Told heard = told.get(entry.id());
            if (heard != null) {
                assertThat(first).as("what was said to %s", entry.id()).isEqualTo(heard.first());
                assertThat(entry.position == heard.position() || book.vacated.contains(heard.position()))
                        .as("%s stays at %s", entry.id(), heard.position())
                        .isTrue();
            }
        }
        onlyGrown("journal", book.journal, journal);
        onlyGrown("payments", book.taken, payments);
    }

    private static <T> void onlyGrown(String what, List<T> now, List<T> before) {
        assertThat(now.size()).as("rows of the %s", what).isGreaterThanOrEqualTo(before.size());
        assertThat(now.subList(0, before.size()))
                .as("earlier rows of the %s", what)
                .isEqualTo(before);
        before.addAll(now.subList(before.size(), now.size()));
    }
}

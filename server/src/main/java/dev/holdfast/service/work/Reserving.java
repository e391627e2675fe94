package dev.holdfast.service.work;

import dev.holdfast.service.work.LineStore.Waiting;
import dev.holdfast.service.work.WorkLine.PartState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Parts for work orders, in the running transaction.
///
/// Rows of parts are locked in the order of their names, and before anything that hangs on them: nobody
/// waits in a
/// circle.
final class Reserving {
    private final StockStore stock;
    private final LineStore lines;

    Reserving(StockStore stock, LineStore lines) {
        this.stock = stock;
        this.lines = lines;
    }

    /// Reserves what is there; for what is not the work order stands in line.
    void plan(WorkOrder order) {
        for (WorkLine line : parts(order, PartState.NONE)) {
            String part = Objects.requireNonNull(line.part());
            if (stock.reserve(order.place(), part, line.quantity())) {
                lines.set(order.number(), line.position(), PartState.RESERVED);
            } else {
                lines.set(order.number(), line.position(), PartState.WAITING);
                stock.await(order.place(), part, line.quantity());
                // Some may have come since the look: whoever stands in line now has the row.
                serve(order.place(), part);
            }
        }
    }

    void use(WorkOrder order) {
        for (WorkLine line : parts(order, PartState.RESERVED)) {
            stock.use(order.place(), Objects.requireNonNull(line.part()), line.quantity());
            lines.set(order.number(), line.position(), PartState.USED);
        }
    }

    /// What is given back goes to whoever waits.
    void release(WorkOrder order) {
        stock.lock(
                order.place(),
                order.lines().stream()
                        .map(WorkLine::part)
                        .filter(Objects::nonNull)
                        .toList());
        // Read again: a line that waited may have got its part until now.
        for (WorkLine line : lines.of(order.number())) {
            String part = line.part();
            if (part == null || !(line.stock() == PartState.RESERVED || line.stock() == PartState.WAITING)) {
                continue;
            }
            lines.set(order.number(), line.position(), PartState.RELEASED);
            if (line.stock() == PartState.RESERVED) {
                stock.release(order.place(), part, line.quantity());
            } else {
                stock.leave(order.place(), part, line.quantity());
            }
            serve(order.place(), part);
        }
    }

    /// Gives what is free to those who wait, in order; nobody behind who wants fewer is served before the
    /// first.
    ///
    /// @return the work orders that got something
    List<Long> serve(String place, String part) {
        List<Long> served = new ArrayList<>();
        for (Waiting waiting : lines.waiting(place, part)) {
            if (!stock.serve(place, part, waiting.quantity())) {
                break;
            }
            lines.set(waiting.order(), waiting.position(), PartState.RESERVED);
            served.add(waiting.order());
        }
        return served;
    }

    private static List<WorkLine> parts(WorkOrder order, PartState state) {
        return order.lines().stream()
                .filter(line -> line.part() != null && line.stock() == state)
                .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.part())))
                .toList();
    }
}

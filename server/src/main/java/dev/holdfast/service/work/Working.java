package dev.holdfast.service.work;

import dev.holdfast.kernel.Problem;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.TicketWork;
import dev.holdfast.service.work.WorkOrder.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may become of a work order, one rule for each act. Whoever calls has the work order's row; parts
/// come after it,
/// and its ticket last. All of it in the running transaction.
final class Working {
    private final WorkStore store;
    private final LineStore lines;
    private final Reserving reserving;
    private final TicketWork tickets;
    private final WorkFollower follower;

    Working(WorkStore store, LineStore lines, Reserving reserving, TicketWork tickets, WorkFollower follower) {
        this.store = store;
        this.lines = lines;
        this.reserving = reserving;
        this.tickets = tickets;
        this.follower = follower;
    }

    /// What its owner would have to pay for waits for their word; all else is planned at once.
    ///
    /// @param side whose act it is
    long make(WorkOrder like, List<WorkLine> quoted, Side side, String actor, Instant now) {
        long number = store.make(like, now);
        quoted.forEach(line -> lines.add(number, like.place(), line));
        store.step(number, State.OFFERED.word(), side, actor, "", now);
        WorkOrder made = order(number);
        Long ticket = made.ticket();
        if (made.due().amount() == 0) {
            plan(made, side, actor, now);
        } else if (ticket != null) {
            tickets.asked(ticket, number);
        }
        return number;
    }

    /// By its owner, who agrees to pay.
    void accept(WorkOrder from, String owner, Instant now) {
        if (from.state() == State.PLANNED) {
            return;
        }
        unless(from, State.OFFERED, "accept");
        plan(from, Side.OWNER, owner, now);
    }

    void decline(WorkOrder from, String owner, Instant now) {
        if (from.state() == State.DECLINED) {
            return;
        }
        unless(from, State.OFFERED, "decline");
        turn(from, State.DECLINED, Side.OWNER, owner, "", now);
    }

    /// By staff: a line costs nothing all the same.
    void goodwill(WorkOrder from, @Nullable Integer position, String words, String clerk, Instant now) {
        unless(from, State.OFFERED, "goodwill");
        WorkLine line = from.lines().stream()
                .filter(one -> position != null && one.position() == position && one.due() > 0)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("line", null, "must be one that its owner would pay for"));
        lines.goodwill(from.number(), line.position(), clerk, words);
        store.step(from.number(), "goodwill", Side.STAFF, clerk, words, now);
        WorkOrder to = order(from.number());
        if (to.due().amount() == 0) {
            plan(to, Side.STAFF, clerk, now);
        }
    }

    private void plan(WorkOrder from, Side side, String actor, Instant now) {
        turn(from, State.PLANNED, side, actor, "", now);
        reserving.plan(from);
        WorkOrder to = order(from.number());
        if (!to.missing().isEmpty()) {
            tell(to, Ticket.State.WAITING, "", actor, now);
        }
    }

    void begin(WorkOrder from, String clerk, Instant now) {
        unless(from, State.PLANNED, "begin");
        if (!from.ready()) {
            throw Refused.partsMissing(from);
        }
        reserving.use(from);
        turn(from, State.IN_WORK, Side.STAFF, clerk, "", now);
        tell(from, Ticket.State.IN_WORK, "", clerk, now);
    }

    /// The ticket is done with its last work order.
    void done(WorkOrder from, String words, String clerk, Instant now) {
        unless(from, State.IN_WORK, "done");
        turn(from, State.DONE, Side.STAFF, clerk, words, now);
        Long ticket = from.ticket();
        boolean more = ticket != null
                && store.ofTicket(ticket, WorkDesk.MAX_PAGE).stream()
                        .anyMatch(one -> one.state().live());
        if (!more) {
            tell(from, Ticket.State.DONE, words, clerk, now);
        }
    }

    void cancel(WorkOrder from, Side side, String words, String actor, Instant now) {
        if (from.state() != State.OFFERED && from.state() != State.PLANNED) {
            throw Refused.wrongState(from, "cancel");
        }
        reserving.release(from);
        turn(from, State.CANCELLED, side, actor, words, now);
    }

    private void turn(WorkOrder from, State state, Side side, String actor, String words, Instant now) {
        store.turn(from.number(), state, now);
        store.step(from.number(), state.word(), side, actor, words, now);
        follower.turned(from, state, actor, now);
    }

    private void tell(WorkOrder order, Ticket.State state, String words, String actor, Instant now) {
        Long ticket = order.ticket();
        if (ticket != null) {
            tickets.moved(ticket, state, words, actor, now);
        }
    }

    private WorkOrder order(long number) {
        return store.find(number).orElseThrow();
    }

    private static void unless(WorkOrder from, State state, String act) {
        if (from.state() != state) {
            throw Refused.wrongState(from, act);
        }
    }
}

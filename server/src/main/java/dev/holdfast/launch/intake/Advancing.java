package dev.holdfast.launch.intake;

import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Advanced;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a locked order goes on to its owner, and back in line where its unit is not to be had.
final class Advancing {
    private Advancing() {}

    static Answer advance(Line line, Ask.Advance ask) {
        List<OrderId> done = new ArrayList<>();
        List<Advanced.Refused> refused = new ArrayList<>();
        for (Advance step : ask.steps()) {
            Refusal refusal = step(line, step, ask.actor());
            if (refusal == null) {
                done.add(step.order());
            } else {
                refused.add(new Advanced.Refused(step, refusal));
            }
        }
        return new Answer.Advanced(new Advanced(done, refused));
    }

    private static @Nullable Refusal step(Line line, Advance step, String actor) {
        Entry entry = line.facts.orders.get(step.order());
        if (entry == null || step.order().launch() != line.before.launch()) {
            return new Refusal.UnknownOrder(step.order().toString());
        }
        if (entry.state == step.to()) {
            // The same step once more: whoever did not get the reply asks again.
            return null;
        }
        if (!leads(entry.state, step.to())) {
            return new Refusal.WrongState(entry.state, act(step.to()));
        }
        OrderState was = entry.state;
        line.move(entry, step.to());
        line.state(entry, step.cause(), actor);
        if (step.to() == OrderState.DELIVERED) {
            // What was handed over is not late any more, so nobody's silence may end it.
            Answering.chosenAnew(line, entry, actor);
        }
        line.writes.events.add(new Event.Advanced(entry.id(), entry.offer, was, step.to()));
        return null;
    }

    /// One step after the other, and back in line from wherever a unit may be lost.
    private static boolean leads(OrderState from, OrderState to) {
        return switch (from) {
            case LOCKED -> to == OrderState.SCHEDULED;
            case SCHEDULED -> to == OrderState.BUILT || to == OrderState.LOCKED;
            case BUILT -> to == OrderState.READY || to == OrderState.LOCKED;
            case READY -> to == OrderState.DELIVERED || to == OrderState.LOCKED;
            case HELD, PLACED, DELIVERED, EXPIRED, CANCELLED -> false;
        };
    }

    /// What refuses it by name.
    private static String act(OrderState to) {
        return switch (to) {
            case SCHEDULED -> "schedule";
            case BUILT -> "build";
            case READY -> "make_ready";
            case DELIVERED -> "deliver";
            case LOCKED -> "take_back";
            case HELD, PLACED, EXPIRED, CANCELLED -> throw new IllegalStateException("No step leads to " + to + ".");
        };
    }
}

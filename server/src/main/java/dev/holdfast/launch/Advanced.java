package dev.holdfast.launch;

import java.util.ArrayList;
import java.util.List;

/// What became of many steps: each order by itself, so one that was cancelled meanwhile holds up nobody.
///
/// @param done durable; an order that stood there already is among them
public record Advanced(List<OrderId> done, List<Refused> refused) {
    public static final Advanced NONE = new Advanced(List.of(), List.of());

    public Advanced {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }

    /// A step that was not taken, and why.
    public record Refused(Advance step, Refusal refusal) {}

    public Advanced plus(Advanced more) {
        List<OrderId> allDone = new ArrayList<>(done);
        allDone.addAll(more.done);
        List<Refused> allRefused = new ArrayList<>(refused);
        allRefused.addAll(more.refused);
        return new Advanced(allDone, allRefused);
    }
}

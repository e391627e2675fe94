package dev.holdfast.launch.intake;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Shown;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.review.Step;
import java.util.List;
import java.util.UUID;

/// One thing asked of a launch's line.
public sealed interface Ask {
    /// @param request a digest of the request's body: the same key with another digest is a misuse
    /// @param pass what the pass is worth that came with it
    /// @param proved whether the member has proved what the launch asks for before an order
    record Place(PlaceOrder order, UUID request, Shown pass, boolean proved) implements Ask {
        /// For a launch that asks for nothing.
        public Place(PlaceOrder order, UUID request) {
            this(order, request, Shown.NONE, false);
        }

        public Place(PlaceOrder order, UUID request, Shown pass) {
            this(order, request, pass, false);
        }
    }

    record Cancel(OrderId order, Asker asker, boolean forfeit) implements Ask {}

    record Lock(OrderId order, Asker asker) implements Ask {}

    /// @param preview answer with what would be, and change nothing
    record Change(OrderId order, Asker asker, String offer, boolean preview) implements Ask {}

    /// @param keep whether the member keeps the order in its later window, or gives it back
    record Consent(OrderId order, Asker asker, boolean keep) implements Ask {}

    /// One step in the review of an order.
    record Review(OrderId order, Asker asker, Step step) implements Ask {}

    /// Orders go on to their owners, or back in line: each by itself.
    ///
    /// @param actor who does it: a person, or a clock by its word
    record Advance(List<dev.holdfast.launch.Advance> steps, String actor) implements Ask {}

    /// @param order the order that `event.order()` names
    record Pay(String provider, OrderId order, PaymentEvent event) implements Ask {}

    /// The clock asks: let holds that ran out expire, lock what has been paid long
    /// enough, and answer for whoever was asked and kept silent.
    record Sweep() implements Ask {}
}

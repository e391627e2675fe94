package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;

/// What a change to another offer would bring, before it is made.
///
/// @param after the order as the change would leave it
record ChangePage(Frame frame, LaunchView launch, Order before, Order after) {
    Words words() {
        return frame.words();
    }

    String nameBefore() {
        return OfferNames.of(launch.definition(), before.offer(), words());
    }

    String nameAfter() {
        return OfferNames.of(launch.definition(), after.offer(), words());
    }

    /// What the new offer costs more, or less when negative.
    Money difference() {
        return new Money(
                Math.abs(after.price().amount() - before.price().amount()),
                after.price().currency());
    }

    boolean dearer() {
        return after.price().amount() > before.price().amount();
    }

    boolean cheaper() {
        return after.price().amount() < before.price().amount();
    }

    boolean keepsPosition() {
        return launch.definition().changeKeepsPosition();
    }
}

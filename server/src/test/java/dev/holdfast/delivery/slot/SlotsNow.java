package dev.holdfast.delivery.slot;

import org.springframework.context.ApplicationContext;

/// Lets slots keep their times now rather than within seconds.
public final class SlotsNow {
    private SlotsNow() {}

    public static void keep(ApplicationContext context) {
        context.getBean(SlotRound.class).round();
    }
}

package dev.holdfast.service.quality;

import org.springframework.context.ApplicationContext;

/// Lets what diagnoses found be counted now rather than within the clock's round.
public final class FaultsNow {
    private FaultsNow() {}

    public static void count(ApplicationContext context) {
        TicketFaults faults = context.getBean(TicketFaults.class);
        while (faults.round()) {
            Thread.onSpinWait();
        }
    }
}

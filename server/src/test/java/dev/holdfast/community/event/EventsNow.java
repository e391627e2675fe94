package dev.holdfast.community.event;

import org.springframework.context.ApplicationContext;

/// Lets events keep their times now rather than within the second in which the server does it by itself.
public final class EventsNow {
    private EventsNow() {}

    public static void keep(ApplicationContext server) {
        Events events = server.getBean(Events.class);
        while (events.round() > 0) {
            Thread.onSpinWait();
        }
    }
}

package dev.holdfast.supply;

import dev.holdfast.supply.outlook.Seat;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Lets a running server's planners' seat be taken, and nobody wait for it as long as a person would.
public final class SeatTaken {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private SeatTaken() {}

    public static void shorten(GenericApplicationContext starting) {
        starting.registerBean("shortSeat", Seat.class, () -> new Seat(PATIENCE), bean -> bean.setPrimary(true));
    }

    public static void during(ApplicationContext server, Runnable act) {
        server.getBean(Seat.class).take(() -> {
            act.run();
            return true;
        });
    }
}

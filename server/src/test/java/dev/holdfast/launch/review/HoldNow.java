package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Lines;
import org.springframework.context.ApplicationContext;

/// Holds an order for review as the screener would, for tests of other modules.
public final class HoldNow {
    private HoldNow() {}

    public static void hold(ApplicationContext server, OrderId order) {
        Step opened = new Step(Act.OPENED, "instrument 3 60", 60);
        server.getBean(Lines.class).ask(order.launch(), new Ask.Review(order, Screener.SCREENER, opened));
    }
}

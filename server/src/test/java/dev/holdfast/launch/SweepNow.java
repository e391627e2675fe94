package dev.holdfast.launch;

import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Lines;
import org.springframework.context.ApplicationContext;

/// Lets a running server do the clock's work at once, rather than within the second in which it does it by itself.
public final class SweepNow {
    private SweepNow() {}

    public static void sweep(ApplicationContext server, String slug) {
        server.getBean(Lines.class).ask(server.getBean(Launch.class).number(slug), new Ask.Sweep());
    }
}

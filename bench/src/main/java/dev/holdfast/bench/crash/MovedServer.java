package dev.holdfast.bench.crash;

import dev.holdfast.Holdfast;
import dev.holdfast.run.CommandLineFace;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// Holdfast itself with a clock that a test can move. PostgreSQL's own clock stays where it is: what Holdfast dates,
/// it dates itself.
@Import(Holdfast.class)
public class MovedServer {
    static final String FILE = "HOLDFAST_CRASH_CLOCK";

    public static void main(String[] arguments) {
        System.exit(CommandLineFace.execute(MovedServer.class, arguments));
    }

    @Bean
    @Primary
    static Clock movedClock() {
        return new MovedClock(Path.of(System.getenv(FILE)));
    }
}

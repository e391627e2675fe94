package dev.holdfast.run;

import dev.holdfast.kernel.Rounds;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the outside world gives every module: the time, and the life of its rounds. Tests and the simulation bring a
/// clock of their own.
@Configuration(proxyBeanMethods = false)
class Surroundings {
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static Clockwork clockwork(List<Rounds> all) {
        return new Clockwork(all);
    }
}

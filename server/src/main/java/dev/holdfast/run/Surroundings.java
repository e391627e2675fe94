package dev.holdfast.run;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the outside world gives every module: the time. Tests and the simulation bring a clock of their own.
@Configuration(proxyBeanMethods = false)
class Surroundings {
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}

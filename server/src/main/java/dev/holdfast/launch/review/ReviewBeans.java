package dev.holdfast.launch.review;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.member.Members;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReviewBeans {
    @Bean(initMethod = "start")
    static Signals signals(JdbcClient jdbc, Environment environment, Clock clock) {
        byte[] secret = environment.getRequiredProperty("holdfast.jwt-secret").getBytes(StandardCharsets.UTF_8);
        return new Signals(new SignalStore(jdbc), secret, clock);
    }

    @Bean
    static Reviews reviews(
            JdbcClient jdbc,
            Signals signals,
            Lines lines,
            Launch launch,
            Members members,
            TransactionTemplate transactions) {
        return new Reviews(new ReviewStore(jdbc), signals, lines, launch, members, transactions);
    }

    @Bean
    static Rounds screeningRounds(JdbcClient jdbc, Signals signals, Lines lines, Clock clock) {
        var screener = new Screener(new SignalStore(jdbc), signals, lines, clock);
        return new Rounds("screening", Duration.ofSeconds(2), () -> screener.round() > 0);
    }

    @Bean
    static KeptReviews keptReviews(JdbcClient jdbc) {
        return new KeptReviews(jdbc);
    }
}

package dev.holdfast.launch.news;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.intake.Courtesy;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NewsBeans {
    private static final Duration IDLE = Duration.ofSeconds(1);

    @Bean
    static LetterWriters orderLetters(Catalogue catalogue, Site site) {
        return LetterWriters.of(Kind.values(), kind -> OrderLetter.of(kind, catalogue, site::address));
    }

    @Bean
    static Catalogue newsCatalogue(JdbcClient jdbc) {
        return new Catalogue(jdbc);
    }

    @Bean
    static Rounds newsTeller(
            JdbcClient jdbc, Catalogue catalogue, Mails mails, TransactionTemplate transactions, Clock clock) {
        Teller teller = new Teller(
                new NewsStore(jdbc),
                Streams.all(jdbc, catalogue, clock),
                mails,
                transactions,
                new Courtesy(jdbc),
                Teller.CHUNK);
        return new Rounds("news-teller", IDLE, () -> teller.tellAll() > 0);
    }

    @Bean
    static Destinations webhookDestinations(Environment environment) {
        return new Destinations(
                environment.getProperty("holdfast.webhook-private", Boolean.class, false),
                environment.getProperty("holdfast.sample", Boolean.class, false));
    }

    @Bean
    static Rounds newsCourier(JdbcClient jdbc, Destinations destinations, Clock clock, MeterRegistry meters) {
        Counter givenUp = Counter.builder("holdfast.given.up")
                .description("What was tried in vain and is not tried any more")
                .tag("what", "webhook")
                .register(meters);
        Courier courier = new Courier(
                new WebhookStore(jdbc), new WebhookCall(destinations), clock, Thread::startVirtualThread, givenUp);
        return new Rounds("news-courier", IDLE, () -> courier.sendDue() > 0);
    }

    @Bean
    static News news(
            JdbcClient jdbc,
            Destinations destinations,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new News(new WebhookStore(jdbc), destinations, members, transactions, new SecureRandom(), clock);
    }

    @Bean
    static KeptNews keptNews(JdbcClient jdbc) {
        return new KeptNews(jdbc);
    }
}

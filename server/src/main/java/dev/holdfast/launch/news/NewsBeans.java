package dev.holdfast.launch.news;

import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NewsBeans {
    @Bean
    static Catalogue newsCatalogue(JdbcClient jdbc) {
        return new Catalogue(jdbc);
    }

    @Bean
    static LetterWriter movedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.PROMISE_MOVED, catalogue, site::address);
    }

    @Bean
    static LetterWriter askedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CONSENT_ASKED, catalogue, site::address);
    }

    @Bean
    static LetterWriter remindedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CONSENT_REMINDED, catalogue, site::address);
    }

    @Bean
    static LetterWriter withdrawnLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CONSENT_WITHDRAWN, catalogue, site::address);
    }

    @Bean
    static LetterWriter keptLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CONSENT_KEPT, catalogue, site::address);
    }

    @Bean
    static LetterWriter cancelledLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.ORDER_CANCELLED_BY_DELAY, catalogue, site::address);
    }

    @Bean
    static LetterWriter lockLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.LOCK_ASKED, catalogue, site::address);
    }

    @Bean
    static LetterWriter compensationLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.COMPENSATION_DUE, catalogue, site::address);
    }

    @Bean
    static LetterWriter succeededLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CAMPAIGN_SUCCEEDED, catalogue, site::address);
    }

    @Bean
    static LetterWriter failedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.CAMPAIGN_FAILED, catalogue, site::address);
    }

    @Bean
    static LetterWriter capturedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.PLEDGE_CAPTURED, catalogue, site::address);
    }

    @Bean
    static LetterWriter refusedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.PLEDGE_REFUSED, catalogue, site::address);
    }

    @Bean
    static LetterWriter droppedLetter(Catalogue catalogue, Site site) {
        return OrderLetter.of(Kind.PLEDGE_DROPPED, catalogue, site::address);
    }

    @Bean
    static Telling newsTeller(
            JdbcClient jdbc, Catalogue catalogue, Mails mails, TransactionTemplate transactions, Clock clock) {
        Teller teller = new Teller(new NewsStore(jdbc), Streams.all(jdbc, catalogue, clock), mails, transactions);
        return new Telling("news-teller", teller::tellAll);
    }

    @Bean
    static Destinations webhookDestinations(Environment environment) {
        return new Destinations(
                environment.getProperty("holdfast.webhook-private", Boolean.class, false),
                environment.getProperty("holdfast.sample", Boolean.class, false));
    }

    @Bean
    static Telling newsCourier(JdbcClient jdbc, Destinations destinations, Clock clock) {
        Courier courier =
                new Courier(new WebhookStore(jdbc), new WebhookCall(destinations), clock, Thread::startVirtualThread);
        return new Telling("news-courier", courier::sendDue);
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

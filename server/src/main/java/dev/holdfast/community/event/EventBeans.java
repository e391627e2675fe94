package dev.holdfast.community.event;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EventBeans {
    @Bean
    static LetterWriters eventLetters(EventStore events, Site site) {
        return LetterWriters.of(EventNews.Kind.values(), kind -> EventLetter.of(kind, events, site));
    }

    @Bean
    static EventStore eventStore(JdbcClient jdbc) {
        return new EventStore(jdbc);
    }

    @Bean
    static Events events(
            JdbcClient jdbc,
            EventStore store,
            Launch launch,
            Members members,
            Mails mails,
            TransactionTemplate transactions,
            Clock clock) {
        return events(jdbc, store, Belongings.of(launch), members, mails, transactions, clock);
    }

    static Events events(
            JdbcClient jdbc,
            EventStore store,
            Belongings belongings,
            Members members,
            Mails mails,
            TransactionTemplate transactions,
            Clock clock) {
        var applicants = new ApplicantStore(jdbc);
        var news = new EventNews(mails);
        var turns = new Turns(applicants, news);
        return new Events(
                store,
                applicants,
                belongings,
                new Draws(store, applicants, turns, news, members, transactions),
                turns,
                new Duties(new DutyStore(jdbc), turns, news),
                new Attendance(store, applicants, transactions),
                members,
                transactions,
                new SecureRandom(),
                clock);
    }

    @Bean
    static Rounds eventRounds(Events events) {
        return new Rounds("events", Duration.ofSeconds(1), () -> events.round() > 0);
    }

    @Bean
    static KeptApplications keptApplications(JdbcClient jdbc, EventStore store, Mails mails, Clock clock) {
        var applicants = new ApplicantStore(jdbc);
        return new KeptApplications(jdbc, store, applicants, new Turns(applicants, new EventNews(mails)), clock);
    }
}

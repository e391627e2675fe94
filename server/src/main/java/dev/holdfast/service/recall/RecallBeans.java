package dev.holdfast.service.recall;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.quality.Incidents;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.service.work.RecallWorks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RecallBeans {
    @Bean
    static Recalls recalls(
            JdbcClient jdbc,
            Remedying remedying,
            RemedyNotes notes,
            Mails mails,
            Fleet fleet,
            Units units,
            Quarantines quarantines,
            Incidents incidents,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Recalls(
                new RecallStore(jdbc),
                new RecallUnitStore(jdbc),
                new RemedyStore(jdbc),
                remedying,
                notes,
                new RecallNews(mails),
                fleet,
                units,
                quarantines,
                incidents,
                launch,
                members,
                transactions,
                clock);
    }

    @Bean
    static RemedyNotes notes(JdbcClient jdbc, Quarantines quarantines, Members members) {
        return new RemedyNotes(new RecallStore(jdbc), new RecallUnitStore(jdbc), quarantines, members);
    }

    @Bean
    static RemedyWork remedyWork(JdbcClient jdbc, RemedyNotes notes, Visits visits) {
        return new RemedyWork(new RemedyStore(jdbc), notes, visits);
    }

    @Bean
    static Remedying remedying(RecallWorks works, Visits visits) {
        return new Remedying(works, visits);
    }

    @Bean
    static Remedies remedies(
            JdbcClient jdbc,
            Recalls recalls,
            Remedying remedying,
            RecallWorks works,
            Visits visits,
            Owners owners,
            Tickets tickets,
            TransactionTemplate transactions,
            Clock clock) {
        return new Remedies(
                recalls,
                new RecallUnitStore(jdbc),
                new RemedyStore(jdbc),
                remedying,
                works,
                visits,
                owners,
                tickets,
                transactions,
                clock);
    }

    @Bean
    static RemedyDesk remedyDesk(JdbcClient jdbc, RecallWorks works, Visits visits, Network network) {
        return new RemedyDesk(new RecallStore(jdbc), new RemedyStore(jdbc), works, visits, network);
    }

    @Bean
    static LetterFates letterFates(JdbcClient jdbc, Mails mails, TransactionTemplate transactions, Clock clock) {
        return new LetterFates(new RecallUnitStore(jdbc), new RecallNews(mails), transactions, clock);
    }

    @Bean
    static Rounds letterFateRounds(LetterFates fates) {
        return new Rounds("recall-letters", Duration.ofSeconds(10), fates::round);
    }

    @Bean
    static KeptRecalls keptRecalls(JdbcClient jdbc) {
        return new KeptRecalls(jdbc);
    }

    @Bean
    static LetterWriter recallLetter(Site site) {
        return RecallLetter.of(site);
    }
}

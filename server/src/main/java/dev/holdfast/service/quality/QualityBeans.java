package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.supply.MasterData;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class QualityBeans {
    @Bean
    static LetterWriters stopLetters(Site site) {
        return LetterWriters.of(StopNews.Kind.values(), kind -> StopLetter.of(kind, site));
    }

    @Bean
    static Faults faults(
            JdbcClient jdbc,
            Fleet fleet,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Faults(new FaultStore(jdbc), counting(jdbc, fleet), fleet, launch, members, transactions, clock);
    }

    private static Counting counting(JdbcClient jdbc, Fleet fleet) {
        return new Counting(new FaultStore(jdbc), fleet, Budget.DEFAULT);
    }

    @Bean
    static Incidents incidents(
            JdbcClient jdbc, Launch launch, Members members, TransactionTemplate transactions, Clock clock) {
        return new Incidents(new IncidentStore(jdbc), launch, members, transactions, clock);
    }

    @Bean
    static Watch qualityWatch(
            JdbcClient jdbc, Incidents incidents, Fleet fleet, TransactionTemplate transactions, Clock clock) {
        return new Watch(
                new FaultStore(jdbc), new IncidentStore(jdbc), incidents, counting(jdbc, fleet), transactions, clock);
    }

    @Bean
    static TicketFaults ticketFaults(
            JdbcClient jdbc,
            Tickets tickets,
            Fleet fleet,
            Launch launch,
            TransactionTemplate transactions,
            Clock clock) {
        return new TicketFaults(new FaultStore(jdbc), tickets, fleet, launch, transactions, clock);
    }

    @Bean
    static Rounds ticketFaultRounds(TicketFaults faults) {
        return new Rounds("ticket-faults", Duration.ofSeconds(20), faults::round);
    }

    @Bean
    static Rounds qualityRounds(Watch watch) {
        return new Rounds("quality", Duration.ofMinutes(1), watch::round);
    }

    @Bean
    static Stops stops(
            JdbcClient jdbc,
            Mails mails,
            Incidents incidents,
            Quarantines quarantines,
            MasterData supply,
            Launch launch,
            TransactionTemplate transactions) {
        return new Stops(
                new StopStore(jdbc), new StopNews(mails), incidents, quarantines, supply, launch, transactions);
    }

    @Bean
    static Bulletins bulletins(
            JdbcClient jdbc,
            Incidents incidents,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Bulletins(new BulletinStore(jdbc), incidents, launch, members, transactions, clock);
    }
}

package dev.holdfast.service.ticket;

import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TicketBeans {
    @Bean
    static LetterWriters ticketLetters(Site site) {
        return LetterWriters.of(TicketNews.Kind.values(), kind -> TicketLetter.of(kind, site));
    }

    @Bean
    static Owners owners(Launch launch, Units units, HandOvers handOvers) {
        return new Owners(launch, units, handOvers);
    }

    @Bean
    static Subjects subjects(JdbcClient jdbc, Members members, TransactionTemplate transactions) {
        return new Subjects(new SubjectStore(jdbc), members, transactions);
    }

    @Bean
    static TicketNews ticketNews(Mails mails, JdbcClient jdbc) {
        return new TicketNews(mails, new SubjectStore(jdbc));
    }

    @Bean
    static Turning turning(JdbcClient jdbc, Visits visits, TicketNews news) {
        return new Turning(new TicketStore(jdbc), new FindingStore(jdbc), visits, news);
    }

    @Bean
    static Tickets tickets(
            Owners owners,
            Network network,
            Turning turning,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        TicketStore store = new TicketStore(jdbc);
        return new Tickets(
                owners,
                new Workshops(network, store),
                new SubjectStore(jdbc),
                store,
                new FindingStore(jdbc),
                turning,
                transactions,
                clock);
    }

    @Bean
    static TicketDesk ticketDesk(
            Network network, Turning turning, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new TicketDesk(network, new TicketStore(jdbc), turning, transactions, clock);
    }

    @Bean
    static TicketPhotos ticketPhotos(
            Tickets tickets, TicketDesk desk, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new TicketPhotos(tickets, desk, new TicketStore(jdbc), new TicketPhotoStore(jdbc), transactions, clock);
    }

    @Bean
    static OverdueTickets overdueTickets(Network network, JdbcClient jdbc, Clock clock) {
        return new OverdueTickets(network, new OverdueStore(jdbc), clock);
    }

    @Bean
    static TicketWork ticketWork(JdbcClient jdbc, Network network, Turning turning, TicketNews news) {
        TicketStore store = new TicketStore(jdbc);
        return new TicketWork(store, turning, news, new Workshops(network, store));
    }

    @Bean
    static TicketVisits ticketVisits(JdbcClient jdbc, Visits visits, TransactionTemplate transactions) {
        return new TicketVisits(new TicketStore(jdbc), visits, transactions);
    }

    @Bean
    static KeptTickets keptTickets(JdbcClient jdbc) {
        return new KeptTickets(jdbc);
    }
}

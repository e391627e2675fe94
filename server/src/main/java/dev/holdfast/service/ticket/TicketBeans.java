package dev.holdfast.service.ticket;

import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TicketBeans {
    @Bean
    static Owners owners(Launch launch, Units units, HandOvers handOvers) {
        return new Owners(launch, units, handOvers);
    }

    @Bean
    static Subjects subjects(JdbcClient jdbc, Members members, TransactionTemplate transactions) {
        return new Subjects(new SubjectStore(jdbc), members, transactions);
    }

    @Bean
    static Tickets tickets(
            Owners owners,
            Network network,
            Visits visits,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        TicketStore store = new TicketStore(jdbc);
        FindingStore findings = new FindingStore(jdbc);
        return new Tickets(
                owners,
                new Workshops(network, store),
                new SubjectStore(jdbc),
                store,
                findings,
                new Turning(store, findings, visits),
                transactions,
                clock);
    }

    @Bean
    static TicketDesk ticketDesk(
            Network network, Visits visits, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        TicketStore store = new TicketStore(jdbc);
        return new TicketDesk(network, store, new Turning(store, new FindingStore(jdbc), visits), transactions, clock);
    }

    @Bean
    static TicketWork ticketWork(JdbcClient jdbc, Visits visits) {
        TicketStore store = new TicketStore(jdbc);
        return new TicketWork(store, new Turning(store, new FindingStore(jdbc), visits));
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

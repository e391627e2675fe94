package dev.holdfast.service.work;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.launch.Launch;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.TicketWork;
import dev.holdfast.service.warranty.Warranties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WorkBeans {
    @Bean
    static Reserving reserving(JdbcClient jdbc) {
        return new Reserving(new StockStore(jdbc), new LineStore(jdbc));
    }

    @Bean
    static Working working(JdbcClient jdbc, Reserving reserving, TicketWork tickets, WorkFollower follower) {
        return new Working(new WorkStore(jdbc), new LineStore(jdbc), reserving, tickets, follower);
    }

    @Bean
    static RecallWorks recallWorks(JdbcClient jdbc, Working working, Launch launch, Clock clock) {
        return new RecallWorks(new WorkStore(jdbc), new StockStore(jdbc), working, launch, clock);
    }

    @Bean
    static WorkDesk workDesk(
            Network network,
            Owners owners,
            Launch launch,
            Warranties warranties,
            JdbcClient jdbc,
            Working working,
            TicketWork tickets,
            TransactionTemplate transactions,
            Clock clock) {
        return new WorkDesk(
                network, owners, launch, warranties, new WorkStore(jdbc), working, tickets, transactions, clock);
    }

    @Bean
    static Passing passing(
            Network network, TicketWork tickets, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new Passing(network, tickets, new WorkStore(jdbc), transactions, clock);
    }

    @Bean
    static Works works(Owners owners, JdbcClient jdbc, Working working, TransactionTemplate transactions, Clock clock) {
        return new Works(owners, new WorkStore(jdbc), working, transactions, clock);
    }

    @Bean
    static Parts parts(
            Network network, JdbcClient jdbc, Reserving reserving, TransactionTemplate transactions, Clock clock) {
        return new Parts(network, new StockStore(jdbc), reserving, transactions, clock);
    }

    @Bean
    static KeptWork keptWork(JdbcClient jdbc) {
        return new KeptWork(jdbc);
    }
}

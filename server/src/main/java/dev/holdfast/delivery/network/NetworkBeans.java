package dev.holdfast.delivery.network;

import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class NetworkBeans {
    @Bean
    static Network network(JdbcClient jdbc, Members members, TransactionTemplate transactions, Clock clock) {
        return new Network(new NetworkStore(jdbc), new StaffStore(jdbc), members, transactions, clock);
    }

    @Bean
    static KeptNetwork keptNetwork(JdbcClient jdbc) {
        return new KeptNetwork(jdbc);
    }

    @Bean
    static CentreDesk centreDesk(
            Network network, JdbcClient jdbc, Units units, TransactionTemplate transactions, Clock clock) {
        return new CentreDesk(network, new StaffStore(jdbc), units, transactions, clock);
    }

    @Bean
    static StoreDesk storeDesk(
            Network network, JdbcClient jdbc, Launch launch, TransactionTemplate transactions, Clock clock) {
        return new StoreDesk(
                network,
                new ProposalStore(jdbc),
                new StaffStore(jdbc),
                launch,
                transactions,
                new SecureRandom(),
                clock);
    }
}

package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class HandOverBeans {
    @Bean
    static Checklists checklists(
            JdbcClient jdbc, Launch launch, Members members, TransactionTemplate transactions, Clock clock) {
        return new Checklists(new ChecklistStore(jdbc), launch, members, transactions, clock);
    }

    @Bean
    static Closing closing(JdbcClient jdbc, Units units, Launch launch, Balances balances) {
        return new Closing(
                new HandOverStore(jdbc), new PhotoStore(jdbc), new ChecklistStore(jdbc), units, launch, balances);
    }

    @Bean
    static Album album(JdbcClient jdbc, Closing closing) {
        return new Album(new HandOverStore(jdbc), new PhotoStore(jdbc), new ChecklistStore(jdbc), closing);
    }

    @Bean
    static HandOverDesk handOverDesk(
            JdbcClient jdbc,
            Closing closing,
            Album album,
            Network network,
            Progress progress,
            Allocations allocations,
            Balances balances,
            TransactionTemplate transactions,
            Clock clock) {
        return new HandOverDesk(
                new HandOverStore(jdbc),
                new ChecklistStore(jdbc),
                closing,
                album,
                network,
                progress,
                allocations,
                balances,
                transactions,
                clock);
    }

    @Bean
    static HandOvers handOvers(
            JdbcClient jdbc,
            Album album,
            Closing closing,
            Launch launch,
            Allocations allocations,
            TransactionTemplate transactions,
            Clock clock) {
        return new HandOvers(new HandOverStore(jdbc), album, closing, launch, allocations, transactions, clock);
    }

    @Bean
    static KeptHandOvers keptHandOvers(JdbcClient jdbc) {
        return new KeptHandOvers(jdbc);
    }
}

package dev.holdfast.supply;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Supplies;
import dev.holdfast.member.Members;
import dev.holdfast.supply.master.Plants;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SupplyBeans {
    @Bean
    SupplyStore supplyStore(JdbcTemplate jdbc) {
        return new SupplyStore(jdbc);
    }

    @Bean
    Supplies supplies(SupplyStore store) {
        return new CurveSupplies(store);
    }

    @Bean
    Plants plants(JdbcTemplate jdbc) {
        return Plants.of(jdbc);
    }

    @Bean
    Supply supply(
            SupplyStore store, Launch launch, Members members, TransactionTemplate transactions, InstantSource clock) {
        return new Supply(store, launch, members, transactions, clock);
    }
}

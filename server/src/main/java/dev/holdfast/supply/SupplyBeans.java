package dev.holdfast.supply;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Supplies;
import dev.holdfast.member.Members;
import dev.holdfast.supply.master.Archive;
import dev.holdfast.supply.master.Telling;
import dev.holdfast.supply.master.Uploads;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.run.LaunchFigures;
import dev.holdfast.supply.run.PublishedLines;
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
    Supplies supplies(SupplyStore store, PublishedLines lines) {
        return new PlannedSupplies(store, lines);
    }

    @Bean
    Supply supply(
            SupplyStore store,
            StoppedUnits stopped,
            Uploads uploads,
            Outlooks outlooks,
            LaunchFigures figures,
            Launch launch,
            PublishedLines lines,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        return new Supply(store, stopped, uploads, outlooks, figures, launch, lines, members, transactions, clock);
    }

    @Bean
    MasterData masterData(
            Uploads uploads,
            Telling telling,
            Archive archive,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        return new MasterData(uploads, telling, archive, launch, members, transactions, clock);
    }
}

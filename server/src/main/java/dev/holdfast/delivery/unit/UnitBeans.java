package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import dev.holdfast.supply.BuiltUnits;
import dev.holdfast.supply.StoppedUnits;
import dev.holdfast.supply.Supply;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class UnitBeans {
    @Bean
    static Units units(
            JdbcClient jdbc,
            Quarantines quarantines,
            Launch launch,
            Progress progress,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Units(
                new UnitStore(jdbc),
                new LotStore(jdbc),
                quarantines,
                new Turn(jdbc),
                launch,
                progress,
                members,
                transactions,
                clock);
    }

    @Bean
    static Fleet fleet(JdbcClient jdbc, Launch launch, Progress progress) {
        return new Fleet(new FleetStore(jdbc), launch, progress);
    }

    @Bean
    static Quarantines quarantines(
            JdbcClient jdbc, Progress progress, Members members, TransactionTemplate transactions, Clock clock) {
        return new Quarantines(
                new QuarantineStore(jdbc), new UnitStore(jdbc), new Turn(jdbc), progress, members, transactions, clock);
    }

    @Bean
    static Genealogy genealogy(
            JdbcClient jdbc,
            Quarantines quarantines,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Genealogy(
                new UnitStore(jdbc), new LotStore(jdbc), quarantines, launch, members, transactions, clock);
    }

    @Bean
    static Round allocationRound(
            JdbcClient jdbc, Launch launch, Progress progress, TransactionTemplate transactions, Clock clock) {
        return new Round(
                new GivingStore(jdbc),
                new StandingStore(jdbc),
                new StoppedStore(jdbc),
                new Turn(jdbc),
                launch,
                progress,
                transactions,
                clock);
    }

    @Bean
    static OrderTeller orderTeller(JdbcClient jdbc, Progress progress, TransactionTemplate transactions) {
        return new OrderTeller(new TellingStore(jdbc), progress, transactions);
    }

    @Bean
    static StoppedUnits stoppedUnits(JdbcClient jdbc) {
        return new StoppedStore(jdbc);
    }

    @Bean
    static BuiltUnits builtUnits(JdbcClient jdbc) {
        return new BuiltStore(jdbc);
    }

    @Bean
    static SupplyTeller supplyTeller(JdbcClient jdbc, Launch launch, Supply supply) {
        return new SupplyTeller(new StoppedStore(jdbc), launch, supply::withhold);
    }

    @Bean
    static Allocations allocations(
            Round round,
            OrderTeller teller,
            SupplyTeller supply,
            JdbcClient jdbc,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Allocations(
                round,
                teller,
                supply,
                new Turn(jdbc),
                new GivingStore(jdbc),
                new StandingStore(jdbc),
                new UnitStore(jdbc),
                launch,
                members,
                transactions,
                clock);
    }

    @Bean
    static Rounds allocationRounds(
            Round round, OrderTeller teller, SupplyTeller supply, JdbcClient jdbc, Launch launch) {
        return new AllocationClock(round, teller, supply, new Turn(jdbc), launch).rounds();
    }
}

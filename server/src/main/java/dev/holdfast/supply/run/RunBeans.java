package dev.holdfast.supply.run;

import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.supply.BuiltUnits;
import dev.holdfast.supply.master.Building;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.outlook.Seat;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RunBeans {
    @Bean
    RunStore runStore(JdbcTemplate jdbc) {
        return new RunStore(jdbc);
    }

    @Bean
    KeptStore keptStore(JdbcTemplate jdbc) {
        return new KeptStore(jdbc);
    }

    @Bean
    OddsStore oddsStore(JdbcTemplate jdbc) {
        return new OddsStore(jdbc);
    }

    @Bean
    PublishedOdds publishedOdds(RunStore runs, OddsStore odds) {
        return new PublishedOdds(runs, odds);
    }

    @Bean
    Precedence precedence() {
        return new Precedence();
    }

    @Bean
    RunOdds runOdds(
            Launch launch,
            Plants plants,
            Outlooks outlooks,
            RunStore runs,
            Replays replays,
            OddsStore store,
            PublishedOdds published,
            Precedence precedence) {
        return new RunOdds(launch, plants, outlooks, runs, replays, store, published, precedence);
    }

    @Bean
    Workbench workbench(RunStore runs) {
        return new Workbench(runs);
    }

    @Bean
    Replays replays(Plants plants, RunStore runs, KeptStore kept) {
        return new Replays(plants, runs, kept);
    }

    @Bean
    PublishedLines publishedLines(RunStore runs, Replays replays, InstantSource clock) {
        return new PublishedLines(runs, replays, clock);
    }

    @Bean
    Computing computing(
            Launch launch,
            Plants plants,
            BuiltUnits units,
            Building building,
            Replays replays,
            RunStore runs,
            KeptStore kept,
            TransactionTemplate transactions,
            InstantSource clock) {
        return new Computing(launch, plants, units, building, replays, runs, kept, transactions, clock);
    }

    @Bean
    Publisher publisher(
            Launch launch,
            Plants plants,
            RunStore runs,
            Replays replays,
            PublishedOdds odds,
            Members members,
            InstantSource clock) {
        return new Publisher(launch, plants, runs, replays, odds, members, clock);
    }

    @Bean
    Explaining explaining(Launch launch, Plants plants, RunStore runs, Replays replays, Seat seat) {
        return new Explaining(launch, plants, runs, replays, seat);
    }

    @Bean
    OneRoom oneRoom(
            Launch launch, Plants plants, RunStore runs, KeptStore kept, OddsStore odds, Outlooks outlooks, Seat seat) {
        return new OneRoom(launch, plants, runs, kept, odds, outlooks, seat);
    }

    @Bean
    LaunchFigures launchFigures(
            Launch launch, Plants plants, RunStore runs, KeptStore kept, OddsStore odds, Outlooks outlooks) {
        return new LaunchFigures(launch, plants, runs, kept, odds, outlooks);
    }

    @Bean
    Alternatives alternatives(Launch launch, Plants plants) {
        return new Alternatives(launch, plants);
    }

    @Bean
    Plans plans(
            Launch launch,
            RunStore runs,
            KeptStore kept,
            Computing computing,
            RunOdds odds,
            Publisher publisher,
            Explaining explaining,
            Workbench workbench,
            Precedence precedence,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        return new Plans(
                launch,
                runs,
                kept,
                computing,
                odds,
                publisher,
                explaining,
                workbench,
                precedence,
                members,
                transactions,
                clock);
    }
}

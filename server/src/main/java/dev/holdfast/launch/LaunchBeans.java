package dev.holdfast.launch;

import dev.holdfast.launch.campaign.CampaignReads;
import dev.holdfast.launch.consent.RuleSets;
import dev.holdfast.launch.intake.Book;
import dev.holdfast.launch.intake.CommitterPool;
import dev.holdfast.launch.intake.Desk;
import dev.holdfast.launch.intake.Following;
import dev.holdfast.launch.intake.KeptOrders;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.launch.intake.OldJournal;
import dev.holdfast.launch.intake.PlanDesk;
import dev.holdfast.launch.intake.Strays;
import dev.holdfast.launch.intake.Sweeper;
import dev.holdfast.launch.lobby.Seal;
import dev.holdfast.launch.pulse.InstanceCounts;
import dev.holdfast.member.Members;
import dev.holdfast.member.address.Addresses;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.phone.Phones;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LaunchBeans {
    @Bean
    static CommitterPool committerPool(Environment environment) {
        return new CommitterPool(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    @Bean
    static Lines lines(CommitterPool pool, DataSource reads, Supplies supplies, Clock clock, MeterRegistry registry) {
        return new Lines(pool, reads, supplies, clock, new SecureRandom(), registry);
    }

    @Bean(initMethod = "start")
    static Sweeper sweeper(JdbcClient jdbc, Lines lines, PlanDesk plans, Clock clock) {
        return new Sweeper(jdbc, lines, plans, new OldJournal(jdbc, clock));
    }

    @Bean
    static PlanDesk planDesk(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Supplies supplies, Clock clock) {
        return new PlanDesk(jdbc, transactions, supplies, clock);
    }

    @Bean
    static KeptOrders keptOrders(JdbcClient jdbc, Clock clock) {
        return new KeptOrders(jdbc, clock);
    }

    @Bean
    static InstanceCounts instanceCounts(Lines lines) {
        return lines.counts();
    }

    @Bean
    static Campaigns campaigns(
            Launch launch,
            JdbcClient jdbc,
            Addresses addresses,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Campaigns(launch, new CampaignReads(jdbc), addresses, members, transactions, clock);
    }

    @Bean
    static Progress progress(
            Lines lines, JdbcClient jdbc, Launch launch, Members members, TransactionTemplate transactions) {
        return new Progress(lines, new Following(jdbc), launch, members, transactions);
    }

    @Bean
    static ReferredOrders referredOrders(JdbcClient jdbc) {
        return new ReferredOrders(new Book(jdbc));
    }

    @Bean
    static Launch launch(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Supplies supplies,
            Lines lines,
            PlanDesk plans,
            Seal seal,
            Members members,
            Mails mails,
            Phones phones,
            Clock clock) {
        // Read now: a rule set that is not whole stops the start, and not the first order it is for.
        RuleSets.all();
        return new Launch(
                new Desk(jdbc, transactions, supplies, clock),
                lines,
                new Book(JdbcClient.create(jdbc)),
                new Strays(jdbc),
                plans,
                seal,
                members,
                (member, contact) -> switch (contact) {
                    case MAIL -> mails.proved(member);
                    case PHONE -> phones.proved(member);
                },
                transactions,
                clock);
    }
}

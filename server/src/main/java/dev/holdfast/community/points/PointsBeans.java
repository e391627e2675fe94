package dev.holdfast.community.points;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PointsBeans {
    @Bean
    static Points points(JdbcClient jdbc, TransactionTemplate transactions, Members members, Clock clock) {
        return new Points(
                new RuleStore(jdbc),
                new PurseStore(jdbc),
                new StatementStore(jdbc),
                new ReportStore(jdbc),
                members,
                transactions,
                clock);
    }

    @Bean
    static Rewards rewards(JdbcClient jdbc, TransactionTemplate transactions, Members members, Clock clock) {
        return new Rewards(new RewardStore(jdbc), new PurseStore(jdbc), members, transactions, clock);
    }

    @Bean
    static Rounds pointsRounds(JdbcClient jdbc, TransactionTemplate transactions, Rewards rewards, Clock clock) {
        return new PointsClock(rewards, new PurseStore(jdbc), new ReportStore(jdbc), transactions, clock).rounds();
    }

    @Bean
    static KeptPoints keptPoints(JdbcClient jdbc, Clock clock) {
        return new KeptPoints(jdbc, new PurseStore(jdbc), new RewardStore(jdbc), clock);
    }
}

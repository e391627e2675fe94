package dev.holdfast.community.spec;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SpecBeans {
    @Bean
    static Specs specs(
            JdbcClient jdbc,
            Wishes wishes,
            WishNews news,
            TransactionTemplate transactions,
            Members members,
            Clock clock) {
        return new Specs(new SpecStore(jdbc), wishes, news, transactions, members, clock);
    }

    @Bean
    static Verdicts verdicts(
            JdbcClient jdbc,
            Specs specs,
            Wishes wishes,
            WishNews news,
            Launch launch,
            TransactionTemplate transactions,
            Clock clock) {
        return new Verdicts(new VerdictStore(jdbc), specs, wishes, news, launch, transactions, clock);
    }

    @Bean
    static VerdictClock verdictClock(
            JdbcClient jdbc,
            Progress progress,
            Launch launch,
            Mails mails,
            TransactionTemplate transactions,
            Clock clock) {
        return new VerdictClock(new VerdictStore(jdbc), progress, launch, mails, transactions, clock);
    }

    @Bean
    static Rounds verdictRounds(VerdictClock verdictClock) {
        return verdictClock.rounds();
    }

    @Bean
    static VerdictLetter verdictLetter(JdbcClient jdbc, Site site) {
        return new VerdictLetter(new SpecStore(jdbc), site::address);
    }

    @Bean
    static KeptVerdicts keptVerdicts(JdbcClient jdbc, Wishes wishes) {
        return new KeptVerdicts(jdbc, wishes);
    }
}

package dev.holdfast.community.round;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RoundBeans {
    @Bean
    static QuestionRounds questionRounds(
            JdbcClient jdbc,
            AnswerRoles roles,
            Launch launch,
            TransactionTemplate transactions,
            Members members,
            Clock clock) {
        return new QuestionRounds(new RoundStore(jdbc), roles, launch, transactions, members, clock);
    }

    @Bean
    static RuleClock ruleClock(JdbcClient jdbc, Launch launch, Mails mails, TransactionTemplate transactions) {
        return new RuleClock(new RuleStore(jdbc), launch, mails, transactions);
    }

    @Bean
    static Rounds ruleRounds(RuleClock ruleClock) {
        return ruleClock.rounds();
    }

    @Bean
    static RuleLetter ruleLetter(JdbcClient jdbc, ObjectProvider<Launch> launch, Site site) {
        // Later: launches are made of what queues letters.
        return new RuleLetter(new RuleStore(jdbc), launch::getObject, site::address);
    }

    @Bean
    static KeptQuestions keptQuestions(JdbcClient jdbc) {
        return new KeptQuestions(jdbc);
    }
}

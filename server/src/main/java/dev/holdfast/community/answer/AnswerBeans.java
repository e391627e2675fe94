package dev.holdfast.community.answer;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AnswerBeans {
    @Bean
    static AnswerRoles answerRoles(JdbcClient jdbc, TransactionTemplate transactions, Members members, Clock clock) {
        return new AnswerRoles(new RoleStore(jdbc), transactions, members, clock);
    }

    @Bean
    static KeptSigners keptSigners(JdbcClient jdbc) {
        return new KeptSigners(jdbc);
    }

    @Bean
    static KeptReasons keptReasons(JdbcClient jdbc, Wishes wishes) {
        return new KeptReasons(new AnswerStore(jdbc), wishes);
    }

    @Bean
    static Answers answers(
            JdbcClient jdbc,
            AnswerRoles roles,
            Wishes wishes,
            WishNews news,
            TransactionTemplate transactions,
            Members members,
            Clock clock) {
        return new Answers(
                new AnswerStore(jdbc), new AnswerReads(jdbc), roles, wishes, news, transactions, members, clock);
    }

    @Bean
    static PromiseClock promiseClock(JdbcClient jdbc, WishNews news, TransactionTemplate transactions, Clock clock) {
        return new PromiseClock(new PromiseReads(jdbc), news, transactions, clock);
    }

    @Bean
    static Rounds promiseRounds(PromiseClock promiseClock) {
        return promiseClock.rounds();
    }
}

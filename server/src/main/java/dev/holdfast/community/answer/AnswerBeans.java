package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AnswerBeans {
    @Bean
    static Answers answers(
            JdbcClient jdbc, Wishes wishes, TransactionTemplate transactions, Members members, Clock clock) {
        return new Answers(new AnswerStore(jdbc), new AnswerReads(jdbc), wishes, transactions, members, clock);
    }
}

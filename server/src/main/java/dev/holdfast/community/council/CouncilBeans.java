package dev.holdfast.community.council;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.event.Events;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CouncilBeans {
    @Bean
    static Councils councils(
            JdbcClient jdbc, Events events, TransactionTemplate transactions, Members members, Clock clock) {
        return new Councils(new CouncilStore(jdbc), events, transactions, members, clock);
    }

    @Bean
    static Suggestions suggestions(
            JdbcClient jdbc,
            Councils councils,
            AnswerRoles roles,
            Mails mails,
            TransactionTemplate transactions,
            Members members,
            Clock clock) {
        return new Suggestions(new SuggestionStore(jdbc), councils, roles, mails, transactions, members, clock);
    }

    @Bean
    static SuggestionLetter suggestionLetter(JdbcClient jdbc, Site site) {
        return new SuggestionLetter(new SuggestionStore(jdbc), site::address);
    }

    @Bean
    static KeptSuggestions keptSuggestions(JdbcClient jdbc, Clock clock) {
        return new KeptSuggestions(jdbc, clock);
    }
}

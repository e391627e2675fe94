package dev.holdfast.community.export;

import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.Members;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ExportBeans {
    @Bean
    static Exports deskExports(
            Wishes wishes,
            Answers answers,
            Tallies tallies,
            Aliases aliases,
            Members members,
            TransactionTemplate transactions) {
        return new Exports(wishes, answers, tallies, aliases, members, transactions);
    }
}

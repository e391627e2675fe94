package dev.holdfast.community.wish;

import dev.holdfast.member.Members;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WishBeans {
    @Bean
    static Aliases aliases(Environment environment) {
        return new Aliases(
                environment.getRequiredProperty("holdfast.jwt-secret").getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    static Wishes wishes(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new Wishes(
                new WishStore(jdbc), new VoteStore(jdbc), new RuleStore(jdbc), transactions, UUID::randomUUID, clock);
    }

    @Bean
    static WishVotes wishVotes(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new WishVotes(new WishStore(jdbc), new VoteStore(jdbc), new RuleStore(jdbc), transactions, clock);
    }

    @Bean
    static VoteJournal voteJournal(JdbcClient jdbc) {
        return new VoteJournal(new JournalStore(jdbc));
    }

    @Bean
    static VoteMoves voteMoves(JdbcClient jdbc, Clock clock) {
        return new VoteMoves(new WishStore(jdbc), new VoteStore(jdbc), new JournalStore(jdbc), clock);
    }

    @Bean
    static WishTalk wishTalk(JdbcClient jdbc, Members members, TransactionTemplate transactions, Clock clock) {
        return new WishTalk(new WishStore(jdbc), new TalkStore(jdbc), members, transactions, clock);
    }

    @Bean
    static WishDesk wishDesk(JdbcClient jdbc, Members members, TransactionTemplate transactions) {
        return new WishDesk(new RuleStore(jdbc), members, transactions);
    }

    @Bean
    static KeptWishes keptWishes(JdbcClient jdbc) {
        return new KeptWishes(jdbc);
    }
}

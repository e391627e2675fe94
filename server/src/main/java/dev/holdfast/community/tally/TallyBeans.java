package dev.holdfast.community.tally;

import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.wish.VoteJournal;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class TallyBeans {
    @Bean
    static Tallies tallies(
            JdbcClient jdbc,
            VoteJournal journal,
            Integrity integrity,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Tallies(new TallyStore(jdbc), journal, integrity, members, transactions, clock);
    }

    @Bean
    static Rounds tallyRounds(Tallies tallies, VoteJournal journal, Clock clock) {
        return new TallyClock(tallies, journal, clock).rounds();
    }
}

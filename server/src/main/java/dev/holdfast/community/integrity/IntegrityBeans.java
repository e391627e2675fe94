package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class IntegrityBeans {
    @Bean
    static Integrity integrity(
            JdbcClient jdbc, Aliases aliases, Members members, TransactionTemplate transactions, Clock clock) {
        return new Integrity(
                new SeenStore(jdbc),
                new EvidenceStore(jdbc),
                new WeightStore(jdbc),
                aliases,
                members,
                transactions,
                clock);
    }

    @Bean
    static VoteWatch voteWatch(JdbcClient jdbc) {
        return new VoteWatch(new WatchStore(jdbc));
    }

    @Bean
    static Appeals voteAppeals(
            JdbcClient jdbc,
            Wishes wishes,
            Members members,
            Mails mails,
            TransactionTemplate transactions,
            Clock clock) {
        return new Appeals(new AppealStore(jdbc), new EvidenceStore(jdbc), wishes, members, mails, transactions, clock);
    }

    @Bean
    static AppealLetter appealLetter(JdbcClient jdbc, ObjectProvider<Wishes> wishes, Site site) {
        return new AppealLetter(new AppealStore(jdbc), wishes::getObject, site::address);
    }

    @Bean
    static NoticedLetter noticedLetter(JdbcClient jdbc, ObjectProvider<Wishes> wishes, Site site) {
        return new NoticedLetter(new EvidenceStore(jdbc), new WeightStore(jdbc), wishes::getObject, site::address);
    }

    @Bean
    static Examiner voteExaminer(
            JdbcClient jdbc, Members members, Mails mails, TransactionTemplate transactions, Clock clock) {
        return new Examiner(
                new SeenStore(jdbc),
                new EvidenceStore(jdbc),
                new MovedStore(jdbc),
                new WeightStore(jdbc),
                members,
                mails,
                transactions,
                clock);
    }

    /// Lets votes be examined, and what was seen of devices and networks be forgotten in time.
    @Bean
    static Rounds integrityRounds(Examiner voteExaminer) {
        return new Rounds(
                "vote-integrity", Duration.ofSeconds(5), () -> voteExaminer.examine() || voteExaminer.forget() > 0);
    }

    @Bean
    static KeptIntegrity keptIntegrity(JdbcClient jdbc) {
        return new KeptIntegrity(jdbc);
    }
}

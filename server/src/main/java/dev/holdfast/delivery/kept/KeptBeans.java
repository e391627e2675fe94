package dev.holdfast.delivery.kept;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.member.Members;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class KeptBeans {
    @Bean
    static KeptPromises keptPromises(
            JdbcClient jdbc,
            Launch launch,
            Progress progress,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        PublicationStore publications = new PublicationStore(jdbc);
        OutcomeStore outcomes = new OutcomeStore(jdbc);
        Publishing publishing = new Publishing(publications, outcomes, progress, new SecureRandom(), clock);
        return new KeptPromises(publishing, publications, outcomes, launch, members, transactions, clock);
    }

    /// A week is over once a week, in each launch's own time zone.
    @Bean
    static Rounds keptRounds(KeptPromises kept) {
        return new Rounds("kept-promises", Duration.ofMinutes(5), kept::round);
    }
}

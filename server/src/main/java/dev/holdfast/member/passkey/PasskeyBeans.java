package dev.holdfast.member.passkey;

import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Site;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PasskeyBeans {
    @Bean
    static KeptPasskeys keptPasskeys(JdbcClient jdbc) {
        return new KeptPasskeys(jdbc);
    }

    @Bean
    static Passkeys passkeys(
            JdbcClient jdbc, Site site, Members members, TransactionTemplate transactions, Clock clock) {
        return new Passkeys(
                new PasskeyStore(jdbc),
                new Challenges(jdbc, new SecureRandom()),
                new Ceremony(site::address),
                members,
                transactions,
                clock);
    }
}

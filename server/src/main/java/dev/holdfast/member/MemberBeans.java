package dev.holdfast.member;

import dev.holdfast.member.rate.Rates;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MemberBeans {
    @Bean
    static Members members(JdbcClient jdbc, Clock clock) {
        return members(jdbc, clock, new SecureRandom());
    }

    @Bean
    static Rates rates(Environment environment) {
        return new Rates(environment::getProperty);
    }

    @Bean
    static KnownPerson knownPerson(Members members, JdbcClient jdbc, Clock clock) {
        return members.person(jdbc, clock);
    }

    @Bean
    static Invitations invitations(Members members, TransactionTemplate transactions, Clock clock) {
        return new Invitations(members, transactions, clock);
    }

    static Members members(JdbcClient jdbc, Clock clock, SecureRandom random) {
        var secrets = new Secrets(random);
        var arrivals = new Arrivals(new MemberStore(jdbc, clock));
        arrivals.start();
        return new Members(
                arrivals,
                new Sessions(new SessionStore(jdbc), secrets, clock),
                new SignInLinks(jdbc, secrets, clock),
                new AuditTrail(jdbc, clock));
    }
}

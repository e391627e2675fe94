package dev.holdfast.member.personal;

import dev.holdfast.member.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PersonalBeans {
    @Bean
    static PersonalData personalData(
            ObjectProvider<Keeper> keepers, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        return new PersonalData(
                keepers.orderedStream().toList(), jdbc, new Secrets(new SecureRandom()), transactions, clock);
    }
}

package dev.holdfast.member.phone;

import dev.holdfast.member.mail.Site;
import dev.holdfast.member.rate.Rates;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PhoneBeans {
    @Bean
    static Phones phones(
            JdbcClient jdbc,
            Rates rates,
            Site site,
            TransactionTemplate transactions,
            Environment environment,
            Clock clock) {
        byte[] secret = environment.getRequiredProperty("holdfast.jwt-secret").getBytes(StandardCharsets.UTF_8);
        return new Phones(
                new PhoneStore(jdbc),
                new Codes(new SecureRandom(), secret),
                messages(environment),
                rates,
                site::address,
                transactions,
                clock);
    }

    private static @Nullable TextMessages messages(Environment environment) {
        return TwilioSettings.read(environment::getProperty)
                .<TextMessages>map(settings -> new TwilioMessages(settings, Phones.CODE_LIFE))
                .orElseGet(() -> environment.getProperty("holdfast.sample", Boolean.class, false)
                        ? new TerminalMessages()
                        : null);
    }

    @Bean
    static KeptPhones keptPhones(JdbcClient jdbc, Phones phones) {
        return new KeptPhones(jdbc, phones);
    }
}

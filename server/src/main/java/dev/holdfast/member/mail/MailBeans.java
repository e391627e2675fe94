package dev.holdfast.member.mail;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import dev.holdfast.member.Secrets;
import dev.holdfast.member.rate.Rates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MailBeans {
    private static final String PUBLIC_URL = "holdfast.public-url";

    @Bean
    static AddressStore addressStore(JdbcClient jdbc) {
        return new AddressStore(jdbc);
    }

    @Bean
    static MailStore mailStore(JdbcClient jdbc) {
        return new MailStore(jdbc);
    }

    @Bean
    static SignInLetter signInLetter(AddressStore addresses, Members members, Site site, Clock clock) {
        return new SignInLetter(addresses, members, site::address, clock);
    }

    @Bean
    static ProofLetter proofLetter(AddressStore addresses, Site site, Clock clock) {
        return new ProofLetter(addresses, new Secrets(new SecureRandom()), site::address, clock);
    }

    @Bean
    static Writing writing(ObjectProvider<LetterWriter> single, ObjectProvider<LetterWriters> several) {
        return new Writing(Stream.concat(single.stream(), several.stream().flatMap(one -> one.all().stream()))
                .toList());
    }

    @Bean(initMethod = "start", destroyMethod = "")
    static Claims claims(AddressStore addresses, Clock clock) {
        return new Claims(addresses, clock);
    }

    /// The first to erase: it reads all letters through, and those who come after it lock what is asked for in a rush.
    @Bean
    @Order(0)
    static KeptMail keptMail(JdbcClient jdbc, Claims claims) {
        return new KeptMail(jdbc, claims);
    }

    @Bean
    static Mails mails(
            AddressStore addresses,
            MailStore store,
            Writing writing,
            Claims claims,
            Rates rates,
            TransactionTemplate transactions,
            Clock clock,
            Environment environment) {
        return new Mails(addresses, store, writing, claims, rates, transactions, clock, reach(environment));
    }

    @Bean
    static Postman postman(
            MailStore store, Writing writing, Clock clock, Environment environment, MeterRegistry meters) {
        var givenUp = Counter.builder("holdfast.given.up")
                .description("What was tried in vain and is not tried any more")
                .tag("what", "letter")
                .register(meters);
        var settings = SmtpSettings.read(environment::getProperty);
        if (settings.isEmpty()) {
            return new Postman(store, writing, null, clock, Patience.DEFAULT, 1, givenUp);
        }
        if (environment.getProperty(PUBLIC_URL, "").isBlank()) {
            throw new IllegalArgumentException(
                    "HOLDFAST_PUBLIC_URL is missing while HOLDFAST_SMTP_URL is given: letters"
                            + " link to it. Give the address at which people reach Holdfast, such as"
                            + " https://launch.example.com.");
        }
        var transport = new SmtpTransport(settings.get());
        return new Postman(
                store,
                writing,
                transport,
                clock,
                Patience.DEFAULT,
                settings.get().perSecond(),
                givenUp);
    }

    @Bean
    static Rounds postmanRounds(Postman postman) {
        return postman.rounds();
    }

    private static Mails.Reach reach(Environment environment) {
        if (SmtpSettings.read(environment::getProperty).isPresent()) {
            return Mails.Reach.SERVER;
        }
        return environment.getProperty("holdfast.sample", Boolean.class, false)
                ? Mails.Reach.OPERATORS
                : Mails.Reach.NOBODY;
    }

    /// The port is known once the server serves, and no letter is written before.
    @Bean
    static Site site(Environment environment) {
        return new Site(() -> {
            var given = environment.getProperty(PUBLIC_URL, "");
            return given.isBlank()
                    ? URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                    : URI.create(given.strip());
        });
    }
}

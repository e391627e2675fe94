package dev.holdfast.launch.lobby;

import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LobbyBeans {
    private static final int SECRET_BYTES = 32;

    @Bean
    static Seal seal(JdbcTemplate jdbc) {
        return sealOf(new LobbyStore(jdbc));
    }

    static Seal sealOf(LobbyStore store) {
        return new Seal(() -> store.secret().orElseGet(() -> {
            var made = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            store.keepSecret(made);
            // Maybe another instance was faster: what stands there is everybody's.
            return store.secret().orElseThrow();
        }));
    }

    @Bean(initMethod = "start")
    static Rooms rooms(Launch launch, JdbcTemplate jdbc, Mails mails, TransactionTemplate transactions, Clock clock) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new Rooms(
                launch,
                new LobbyStore(jdbc),
                new AdmissionStore(client),
                new WaitingList(new WaitingListStore(client), mails),
                transactions,
                clock);
    }

    @Bean
    static CalledLetter calledLetter(Site site, Clock clock) {
        return new CalledLetter(site, clock);
    }

    @Bean
    static KeptPlaces keptPlaces(JdbcClient jdbc) {
        return new KeptPlaces(jdbc);
    }

    @Bean
    static Lobby lobby(
            Launch launch,
            Rooms rooms,
            JdbcTemplate jdbc,
            Seal seal,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Lobby(
                launch,
                rooms,
                new LobbyStore(jdbc),
                new WaitingListStore(JdbcClient.create(jdbc)),
                seal,
                members,
                transactions,
                clock);
    }
}

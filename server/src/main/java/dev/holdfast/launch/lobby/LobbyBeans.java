package dev.holdfast.launch.lobby;

import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
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
    static Rooms rooms(Launch launch, JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        return new Rooms(
                launch, new LobbyStore(jdbc), new AdmissionStore(JdbcClient.create(jdbc)), transactions, clock);
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
        return new Lobby(launch, rooms, new LobbyStore(jdbc), seal, members, transactions, clock);
    }
}

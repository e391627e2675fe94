package dev.holdfast.member.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a device is asked to sign is good once, soon, and for whom it was asked.
class ChallengesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Challenges challenges =
            new Challenges(JdbcClient.create(TestDatabase.fresh().dataSource()), new SecureRandom());

    @Test
    void itIsAnsweredOnce() {
        var challenge = challenges.ask(null, NOW);
        assertThat(challenges.redeem(challenge, null, NOW)).isTrue();
        assertThat(challenges.redeem(challenge, null, NOW)).isFalse();
    }

    @Test
    void itIsAnsweredInTime() {
        var over = NOW.plus(Passkeys.CHALLENGE_LIFE);
        assertThat(challenges.redeem(challenges.ask(null, NOW), null, over)).isFalse();
        assertThat(challenges.redeem(challenges.ask(null, NOW), null, over.minusSeconds(1)))
                .isTrue();
    }

    @Test
    void itIsAnsweredByWhomItWasAsked() {
        var forOne = challenges.ask("fan-1", NOW);
        assertThat(challenges.redeem(forOne, "fan-2", NOW)).isFalse();
        assertThat(challenges.redeem(forOne, null, NOW)).isFalse();
        assertThat(challenges.redeem(forOne, "fan-1", NOW)).isTrue();
    }

    @Test
    void whatWasNeverAskedIsNoChallenge() {
        assertThat(challenges.redeem("A".repeat(43), null, NOW)).isFalse();
        assertThat(challenges.redeem("", null, NOW)).isFalse();
    }
}

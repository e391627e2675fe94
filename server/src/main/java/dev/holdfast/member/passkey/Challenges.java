package dev.holdfast.member.passkey;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.member.Secrets;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What devices are asked to sign: each once, and for a few minutes.
final class Challenges {
    static final int BYTES = 32;

    private static final String INSERT = "insert into member.challenge (hash, member, expires_at) values (?, ?, ?)";
    /// Each new one takes a few old ones away, so that the table needs no sweeper.
    private static final String FORGET = """
            delete from member.challenge where hash in (
              select hash from member.challenge where expires_at < ? limit 100)""";
    /// One statement decides: of any number who answer at once, one deletes it.
    private static final String REDEEM = """
            delete from member.challenge
            where hash = ? and expires_at > ? and member is not distinct from ?::text""";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final SecureRandom random;

    Challenges(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.secrets = new Secrets(random);
        this.random = random;
    }

    byte[] handle() {
        var handle = new byte[BYTES];
        random.nextBytes(handle);
        return handle;
    }

    /// @param member who registers a device; null: nobody is known yet
    String ask(@Nullable String member, Instant now) {
        String challenge = secrets.make();
        jdbc.sql(FORGET).param(utc(now)).update();
        jdbc.sql(INSERT)
                .param(Secrets.hash(challenge))
                .param(member)
                .param(utc(now.plus(Passkeys.CHALLENGE_LIFE)))
                .update();
        return challenge;
    }

    boolean redeem(String challenge, @Nullable String member, Instant now) {
        return Secrets.isShaped(challenge)
                && jdbc.sql(REDEEM)
                                .param(Secrets.hash(challenge))
                                .param(utc(now))
                                .param(member)
                                .update()
                        == 1;
    }
}

package dev.holdfast.member;

import static dev.holdfast.kernel.SqlTime.utc;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Links that sign in once.
final class SignInLinks {
    private static final String INSERT = """
            insert into member.sign_in (hash, member, roles, created_at, expires_at)
            values (?, ?, ?, ?, ?)""";
    private static final String FORGET = """
            delete from member.sign_in where hash in (
              select hash from member.sign_in where expires_at < ?::timestamptz - interval '1 day' limit 100)""";
    /// One statement decides: of any number who press at once, the row lock lets one find it unused.
    private static final String REDEEM = """
            update member.sign_in set used_at = ?
            where hash = ? and used_at is null and expires_at > ?
            returning member, roles""";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    SignInLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    record SignIn(String member, Set<String> roles) {}

    String create(String member, Set<String> roles) {
        var link = secrets.make();
        var now = clock.instant();
        jdbc.sql(INSERT)
                .param(Secrets.hash(link))
                .param(member)
                .param(roles.toArray(String[]::new))
                .param(utc(now))
                .param(utc(now.plus(Members.LINK_LIFE)))
                .update();
        jdbc.sql(FORGET).param(utc(now)).update();
        return link;
    }

    Optional<SignIn> redeem(String link) {
        if (!Secrets.isShaped(link)) {
            return Optional.empty();
        }
        var now = utc(clock.instant());
        return jdbc.sql(REDEEM)
                .param(now)
                .param(Secrets.hash(link))
                .param(now)
                .query((row, number) -> new SignIn(row.getString(1), SessionStore.roles(row.getArray(2))))
                .optional();
    }
}

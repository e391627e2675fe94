package dev.holdfast.member.phone;

import static dev.holdfast.kernel.SqlTime.utc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of proved numbers, and of the codes under way.
final class PhoneStore {
    /// One code for one member: a new one ends the one before.
    private static final String ASK = """
            insert into member.phone_code (member, number, hash, asked_at, expires_at, tries)
            values (:member, :number, :hash, :now, :until, 0)
            on conflict (member) do update set number = excluded.number, hash = excluded.hash,
              asked_at = excluded.asked_at, expires_at = excluded.expires_at, tries = 0""";

    /// Counted before it is compared: of any number who guess at once, each finds a try of its own.
    private static final String TRY = """
            update member.phone_code set tries = tries + 1
            where member = :member and expires_at > :now and tries < :most
            returning number, encode(hash, 'hex') as hash, tries""";

    private static final String WAITING = """
            select number, expires_at from member.phone_code
            where member = :member and expires_at > :now and tries < :most""";

    private static final String END = "delete from member.phone_code where member = ?";

    /// Looks at few, so it costs the same whatever the table holds.
    private static final String FORGET = """
            delete from member.phone_code where member in (
              select c.member from member.phone_code c where c.expires_at < ? limit 100)""";

    /// The unique number decides between two members who prove it at once: the second fails, and tries again.
    private static final String PROVE = """
            insert into member.phone (member, number, proved_at) values (:member, :number, :now)
            on conflict (member) do update set number = excluded.number, proved_at = excluded.proved_at""";

    private static final String FREE =
            "delete from member.phone where number = :number and member <> :member and proved_at < :rested";

    private static final String HELD_SINCE =
            "select proved_at from member.phone where number = :number and member <> :member";

    private static final String OF = "select number, proved_at from member.phone where member = ?";

    private final JdbcClient jdbc;

    PhoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param hash in hexadecimal digits
    record Code(PhoneNumber number, String hash, int tries) {}

    record Proved(PhoneNumber number, Instant at) {}

    record Waiting(PhoneNumber number, Instant until) {}

    void ask(String member, PhoneNumber number, byte[] hash, Instant now, Instant until) {
        jdbc.sql(ASK)
                .param("member", member)
                .param("number", number.text())
                .param("hash", hash)
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
        jdbc.sql(FORGET).param(utc(now)).update();
    }

    Optional<Code> attempt(String member, Instant now, int most) {
        return jdbc.sql(TRY)
                .param("member", member)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) ->
                        new Code(new PhoneNumber(row.getString("number")), row.getString("hash"), row.getInt("tries")))
                .optional();
    }

    Optional<Waiting> waiting(String member, Instant now, int most) {
        return jdbc.sql(WAITING)
                .param("member", member)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new Waiting(
                        new PhoneNumber(row.getString("number")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void end(String member) {
        jdbc.sql(END).param(member).update();
    }

    /// Within one transaction.
    ///
    /// @param rested who has it since before then loses it
    /// @return since when somebody else has it who does not lose it; empty: it is the member's
    Optional<Instant> prove(String member, PhoneNumber number, Instant now, Instant rested) {
        jdbc.sql(FREE)
                .param("number", number.text())
                .param("member", member)
                .param("rested", utc(rested))
                .update();
        Optional<Instant> held = jdbc.sql(HELD_SINCE)
                .param("number", number.text())
                .param("member", member)
                .query((row, index) ->
                        row.getObject("proved_at", OffsetDateTime.class).toInstant())
                .optional();
        if (held.isEmpty()) {
            jdbc.sql(PROVE)
                    .param("member", member)
                    .param("number", number.text())
                    .param("now", utc(now))
                    .update();
        }
        return held;
    }

    Optional<Proved> of(String member) {
        return jdbc.sql(OF)
                .param(member)
                .query((row, number) -> new Proved(
                        new PhoneNumber(row.getString("number")),
                        row.getObject("proved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}

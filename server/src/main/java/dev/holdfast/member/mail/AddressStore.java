package dev.holdfast.member.mail;

import static dev.holdfast.kernel.SqlTime.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of addresses, and of the links that prove them.
final class AddressStore {
    /// A claim moves nobody: not the address a member proved, nor an address that another has.
    private static final String CLAIM = """
            insert into member.address (member, address, language, confirmed, since)
            select n.member, n.address, n.language, false, :now
            from unnest(:members::text[], :addresses::text[], :languages::text[]) as n (member, address, language)
            where not exists (
              select from member.address a where lower(a.address) = lower(n.address) and a.member <> n.member)
            on conflict (member) do update set address = excluded.address, since = excluded.since
              where not address.confirmed and address.address <> excluded.address""";

    private static final String TAKE_FROM_OTHERS =
            "delete from member.address where lower(address) = lower(:address) and member <> :member";

    private static final String CONFIRM = """
            insert into member.address (member, address, language, confirmed, since)
            values (:member, :address, :language, true, :now)
            on conflict (member) do update
              set address = excluded.address, language = excluded.language, confirmed = true, since = excluded.since""";

    private static final String BY_ADDRESS =
            "select member, address, language from member.address where lower(address) = lower(?)";

    private static final String BY_MEMBER = "select member, address, language from member.address where member = ?";

    private static final String PROVED = "select true from member.address where member = ? and confirmed";

    private static final String LANGUAGE = "update member.address set language = ? where member = ? and language <> ?";

    private static final String INSERT_LINK = """
            insert into member.address_link (hash, member, address, language, created_at, expires_at)
            values (:hash, :member, :address, :language, :now, :until)""";

    private static final String FORGET_LINKS = """
            delete from member.address_link where hash in (
              select hash from member.address_link where expires_at < ?::timestamptz - interval '1 day' limit 100)""";

    /// One statement decides: of any number who press at once, the row lock lets one find it unused.
    private static final String REDEEM = """
            update member.address_link set used_at = :now
            where hash = :hash and used_at is null and expires_at > :now
            returning member, address, language""";

    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void claim(List<Recipient> claims, Instant now) {
        jdbc.sql(CLAIM)
                .param("members", claims.stream().map(Recipient::member).toArray(String[]::new))
                .param(
                        "addresses",
                        claims.stream().map(claim -> claim.address().text()).toArray(String[]::new))
                .param("languages", claims.stream().map(Recipient::language).toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    /// Within one transaction.
    void confirm(Recipient proven, Instant now) {
        jdbc.sql(TAKE_FROM_OTHERS)
                .param("address", proven.address().text())
                .param("member", proven.member())
                .update();
        jdbc.sql(CONFIRM)
                .param("member", proven.member())
                .param("address", proven.address().text())
                .param("language", proven.language())
                .param("now", utc(now))
                .update();
    }

    Optional<Recipient> byAddress(MailAddress address) {
        return find(BY_ADDRESS, address.text());
    }

    Optional<Recipient> byMember(String member) {
        return find(BY_MEMBER, member);
    }

    boolean proved(String member) {
        return jdbc.sql(PROVED).param(member).query(Boolean.class).optional().isPresent();
    }

    void language(String member, String language) {
        jdbc.sql(LANGUAGE).param(language).param(member).param(language).update();
    }

    void insertLink(byte[] hash, Recipient asked, Instant now, Instant until) {
        jdbc.sql(INSERT_LINK)
                .param("hash", hash)
                .param("member", asked.member())
                .param("address", asked.address().text())
                .param("language", asked.language())
                .param("now", utc(now))
                .param("until", utc(until))
                .update();
        jdbc.sql(FORGET_LINKS).param(utc(now)).update();
    }

    Optional<Recipient> redeem(byte[] hash, Instant now) {
        return jdbc.sql(REDEEM)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, number) -> new Recipient(
                        row.getString("member"), new MailAddress(row.getString("address")), row.getString("language")))
                .optional();
    }

    private Optional<Recipient> find(String sql, String value) {
        return jdbc.sql(sql)
                .param(value)
                .query((row, number) -> new Recipient(
                        row.getString("member"), new MailAddress(row.getString("address")), row.getString("language")))
                .optional();
    }
}

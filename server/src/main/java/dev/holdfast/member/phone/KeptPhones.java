package dev.holdfast.member.phone;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What telephones keep about a member: the number they proved, and the one a code was sent to.
final class KeptPhones implements Keeper {
    private static final String NUMBER = """
            select number, proved_at as "provedAt" from member.phone where member = :member limit :max""";

    private static final String CODES = """
            select number, asked_at as "askedAt", expires_at as "expiresAt", tries
            from member.phone_code where member = :member limit :max""";

    private static final List<String> FORGET =
            List.of("delete from member.phone where member = ?", "delete from member.phone_code where member = ?");

    private final JdbcClient jdbc;
    private final Phones phones;

    KeptPhones(JdbcClient jdbc, Phones phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("phones", NUMBER), new KeptTable("phoneCodes", CODES));
    }

    @Override
    public void erase(String member, String pseudonym) {
        FORGET.forEach(sql -> jdbc.sql(sql).param(member).update());
    }

    @Override
    public void erased(String member) {
        phones.forget(member);
    }
}

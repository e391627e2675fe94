package dev.holdfast.member.passkey;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member's devices, as far as they are known here.
final class KeptPasskeys implements Keeper {
    private static final String PASSKEYS = """
            select encode(id, 'base64') as id, name, transports, counter, created_at as "createdAt",
              used_at as "usedAt"
            from member.passkey where member = :member order by created_at limit :max""";

    private static final String FORGET = "delete from member.passkey where member = ?";
    private static final String FORGET_CHALLENGES = "delete from member.challenge where member = ?";

    private final JdbcClient jdbc;

    KeptPasskeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("passkeys", PASSKEYS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param(member).update();
        jdbc.sql(FORGET_CHALLENGES).param(member).update();
    }
}

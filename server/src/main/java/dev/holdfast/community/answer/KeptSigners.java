package dev.holdfast.community.answer;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In which roles a member signs. One who leaves stays under the pseudonym, so that the role does not become
/// everybody's, and can name nobody.
final class KeptSigners implements Keeper {
    private static final String ROLES = """
            select role, grants, granted_by = :member as "namedThemselves", at as since
            from community.answer_signer where member = :member order by at, role limit :max""";

    private static final String RENAME =
            "update community.answer_signer set grants = false, member = :pseudonym where member = :member";

    private final JdbcClient jdbc;

    KeptSigners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("signingRoles", ROLES));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}

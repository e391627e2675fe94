package dev.holdfast.community.answer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Roles, and who signs in them.
final class RoleStore {
    /// For one change at a time: a new role has no row to lock yet.
    private static final String LOCK = "select pg_advisory_xact_lock(4017270)";

    private static final String PUT = """
            insert into community.answer_role (id, name_en, name_zh, at) values (:id, :en, :zh, :at)
            on conflict (id) do update set name_en = excluded.name_en, name_zh = excluded.name_zh""";

    private static final String ROLES = """
            select r.id, r.name_en, r.name_zh, s.member, s.grants, s.granted_by, s.at
            from community.answer_role r left join community.answer_signer s on s.role = r.id
            order by r.at, r.id, s.at, s.member""";

    private static final String GRANT = """
            insert into community.answer_signer (role, member, grants, granted_by, at)
            values (:role, :member, :grants, :by, :at)
            on conflict (role, member) do update set grants = excluded.grants""";

    private static final String REVOKE = "delete from community.answer_signer where role = :role and member = :member";

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql(LOCK).query((row, index) -> "").single();
    }

    void put(AnswerRole role, Instant at) {
        jdbc.sql(PUT)
                .param("id", role.id())
                .param("en", role.name().get("en"))
                .param("zh", role.name().get("zh"))
                .param("at", Timestamp.from(at))
                .update();
    }

    List<SigningRole> all() {
        Map<AnswerRole, List<Signer>> roles = new LinkedHashMap<>();
        jdbc.sql(ROLES)
                .query((row, index) -> {
                    AnswerRole role = new AnswerRole(row.getString("id"), AnswerReads.texts(row, "name"));
                    List<Signer> signers =
                            Objects.requireNonNull(roles.computeIfAbsent(role, one -> new ArrayList<>()));
                    if (row.getString("member") != null) {
                        signers.add(new Signer(
                                row.getString("member"),
                                row.getBoolean("grants"),
                                row.getString("granted_by"),
                                AnswerReads.at(row, "at")));
                    }
                    return role;
                })
                .list();
        return roles.entrySet().stream()
                .map(role -> new SigningRole(role.getKey(), role.getValue()))
                .toList();
    }

    void grant(Grant grant, String by, Instant at) {
        jdbc.sql(GRANT)
                .param("role", grant.role())
                .param("member", grant.member())
                .param("grants", grant.grants())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void revoke(String role, String member) {
        jdbc.sql(REVOKE).param("role", role).param("member", member).update();
    }
}

package dev.holdfast.member;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this module itself keeps about a member: that they are known, where they are signed in, and what the trail of
/// acts says of them.
final class KnownPerson implements Keeper {
    private static final String MEMBER = """
            select created_at as "knownSince" from member.member where id = :member limit :max""";

    private static final String SESSIONS = """
            select created_at as "createdAt", expires_at as "expiresAt", ended_at as "endedAt",
              array_to_string(roles, ' ') as roles
            from member.session where member = :member order by created_at limit :max""";

    private static final String LINKS = """
            select created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt",
              array_to_string(roles, ' ') as roles
            from member.sign_in where member = :member order by created_at limit :max""";

    private static final String ACTS = """
            select at, act, subject, detail from member.audit
            where actor = :member or subject = :member order by number limit :max""";

    private static final String ACTED = "select exists (select from member.audit where actor = ?)";

    private static final String FORGET_SESSIONS = "delete from member.session where member = ?";
    private static final String FORGET_LINKS = "delete from member.sign_in where member = ?";

    private static final String RENAME = """
            insert into member.member (id, created_at)
            select :pseudonym, m.created_at from member.member m where m.id = :member""";

    private static final String FORGET = "delete from member.member where id = ?";

    /// The trail only grows, but for this: its trigger lets a name be taken out, and nothing else. The name may stand
    /// in
    /// words, too; all of the trail is read for it, once in a member's life.
    private static final String OUT_OF_THE_TRAIL = """
            update member.audit
            set subject = case when subject = :member then :pseudonym else subject end,
              detail = regexp_replace(detail, :name, :pseudonym, 'g')
            where subject = :member or (position(:member in detail) > 0 and detail ~ :name)""";

    private static final String ERASED = """
            insert into member.audit (at, actor, act, subject, detail)
            values (:at, :pseudonym, 'erase_member', :pseudonym, '')""";

    private final JdbcClient jdbc;
    private final Arrivals arrivals;
    private final Sessions sessions;
    private final InstantSource clock;

    KnownPerson(JdbcClient jdbc, Arrivals arrivals, Sessions sessions, InstantSource clock) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("known", MEMBER),
                new KeptTable("sessions", SESSIONS),
                new KeptTable("signInLinks", LINKS),
                new KeptTable("acts", ACTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        refuseStaff(member);
        jdbc.sql(FORGET_SESSIONS).param(member).update();
        jdbc.sql(FORGET_LINKS).param(member).update();
        jdbc.sql(RENAME).param("pseudonym", pseudonym).param("member", member).update();
        jdbc.sql(FORGET).param(member).update();
        jdbc.sql(OUT_OF_THE_TRAIL)
                .params(NameInText.replacing(member, pseudonym))
                .update();
        jdbc.sql(ERASED)
                .param("at", utc(clock.instant()))
                .param("pseudonym", pseudonym)
                .update();
    }

    /// Who ran launches answers for it: the trail keeps their name, and so does every table beside it.
    private void refuseStaff(String member) {
        if (jdbc.sql(ACTED).param(member).query(Boolean.class).single()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "erasure_of_staff",
                    "This account has acted for the operator, and the trail of such acts keeps the name of who did"
                            + " them. It cannot be erased here.");
        }
    }

    @Override
    public void erased(String member) {
        arrivals.forget(member);
        sessions.forget();
    }
}

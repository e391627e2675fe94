package dev.holdfast.member.mail;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What mail keeps about a member: their address, the proofs of it, and the letters of the last 90 days.
final class KeptMail implements Keeper {
    private static final String ADDRESS = """
            select address, language, confirmed, since from member.address where member = :member limit :max""";

    private static final String LINKS = """
            select address, language, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"
            from member.address_link where member = :member order by created_at limit :max""";

    /// A letter with a link is queued for an address, whoever reads there.
    private static final String LETTERS = """
            select m.kind, m.news, m.queued_at as "queuedAt", m.attempts, m.sent_at as "sentAt",
              m.last_fault as "lastFault"
            from member.mail m
            where m.member = :member or (m.member = '' and (m.facts = any (:proofs) or lower(m.address) in (
              select lower(a.address) from member.address a where a.member = :member)))
            order by m.number limit :max""";

    /// Before the address goes, by which a part of them is found.
    private static final String FORGET_LETTERS = """
            delete from member.mail m
            where m.member = :member or (m.member = '' and (m.facts = any (:proofs) or lower(m.address) in (
              select lower(a.address) from member.address a where a.member = :member
              union all select lower(l.address) from member.address_link l where l.member = :member)))""";

    private static final String FORGET_LINKS = "delete from member.address_link where member = ?";
    private static final String FORGET_ADDRESS = "delete from member.address where member = ?";

    private final JdbcClient jdbc;
    private final Claims claims;

    KeptMail(JdbcClient jdbc, Claims claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(table("addresses", ADDRESS), table("addressLinks", LINKS), table("letters", LETTERS));
    }

    private KeptTable table(String name, String sql) {
        return new KeptTable(name, sql, member -> Map.of("proofs", proofs(member)));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET_LETTERS)
                .param("member", member)
                .param("proofs", proofs(member))
                .update();
        jdbc.sql(FORGET_LINKS).param(member).update();
        jdbc.sql(FORGET_ADDRESS).param(member).update();
    }

    @Override
    public void erased(String member) {
        claims.forget(member);
    }

    /// A letter that proves an address knows its member by its facts alone.
    private static String[] proofs(String member) {
        return Sentences.LANGUAGES.stream()
                .map(language -> ProofLetter.facts(member, language))
                .toArray(String[]::new);
    }
}

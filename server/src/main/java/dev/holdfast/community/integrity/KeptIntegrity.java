package dev.holdfast.community.integrity;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is noticed of a member's votes, and their objections. Evidence names nobody and stays, so that totals
/// stay; what was seen of devices and networks goes, and so do their words.
final class KeptIntegrity implements Keeper {
    private static final String SEEN = """
            select s.wish, s.position, encode(s.device, 'hex') as device, encode(s.network, 'hex') as network, s.at
            from community.wish_vote v join community.vote_seen s on s.wish = v.wish and s.position = v.position
            where v.member = :member order by s.at limit :max""";

    private static final String NOTICED = """
            select e.wish, e.position, e.signal, e.count, e.change, e.at
            from community.wish_vote v join community.vote_evidence e on e.wish = v.wish and e.position = v.position
            where v.member = :member order by e.at, e.number limit :max""";

    private static final String OBJECTED = """
            select a.wish, a.position, a.text, a.at, a.lifted, a.reason, a.decided_at as "decidedAt"
            from community.vote_appeal a where a.member = :member order by a.number limit :max""";

    /// Before or after the journal was renamed, whoever comes first.
    private static final String FORGET_SEEN = """
            delete from community.vote_seen s using community.wish_vote v
            where v.wish = s.wish and v.position = s.position and v.member in (:member, :pseudonym)""";

    private static final String FORGET_WORDS = """
            update community.vote_appeal
            set member = :pseudonym, text = '', reason = regexp_replace(reason, :name, :pseudonym, 'g')
            where member = :member""";

    private final JdbcClient jdbc;

    KeptIntegrity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("votesSeen", SEEN),
                new KeptTable("votesNoticed", NOTICED),
                new KeptTable("voteAppeals", OBJECTED));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : List.of(FORGET_SEEN, FORGET_WORDS)) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}

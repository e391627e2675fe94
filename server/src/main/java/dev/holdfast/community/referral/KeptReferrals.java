package dev.holdfast.community.referral;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What referrals keep about a member. Who brought whom stays under a pseudonym, for it concerns another
/// member too; the code goes, and what they wrote, and their name from what others wrote.
final class KeptReferrals implements Keeper {
    private static final String CODES =
            "select c.code, c.at from community.referral_code c where c.member = :member limit :max";

    /// Of the other member nothing is told.
    private static final String REFERRALS = """
            select r.number, r.friend = :member as "asFriend", r.owner = :member as "asOwner", r.code, r.source,
              r.store, r.contact_at as "contactAt", r.state, r.order_id as "order"
            from community.referral r
            where :member in (r.friend, r.owner, r.first_owner) order by r.number limit :max""";

    private static final String STEPS = """
            select s.referral, s.act, s.at, s.said from community.referral_step s
            where s.actor = :member order by s.number limit :max""";

    private static final List<String> FORGET = List.of(
            """
            update community.referral_step s set said = regexp_replace(s.said, :name, :pseudonym, 'g')
            where s.said ~ :name and s.actor <> :member and s.referral in (
              select r.number from community.referral r where :member in (r.friend, r.owner, r.first_owner))""",
            """
            update community.referral r set code = ''
            from community.referral_code c where c.member = :member and r.code = c.code""",
            "delete from community.referral_code where member = :member",
            "update community.referral set friend = :pseudonym, store = null where friend = :member",
            "update community.referral set owner = :pseudonym where owner = :member",
            "update community.referral set first_owner = :pseudonym where first_owner = :member",
            """
            update community.referral_step set said = case when actor = :member then '' else said end,
              actor = case when actor = :member then :pseudonym else actor end,
              owner = case when owner = :member then :pseudonym else owner end
            where :member in (actor, owner)""");

    private final JdbcClient jdbc;

    KeptReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("referralCodes", CODES),
                new KeptTable("referrals", REFERRALS),
                new KeptTable("referralSteps", STEPS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : FORGET) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}

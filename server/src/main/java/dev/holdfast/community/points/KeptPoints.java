package dev.holdfast.community.points;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What points keep about a member. Their rows stay under a pseudonym, so that every sum stays true; what they could
/// still have spent goes back to the brand.
final class KeptPoints implements Keeper {
    private static final String LOTS = """
            select l.rule, l.version, l.activity, l.asked, l.amount, l.earned_at as "earnedAt",
              l.active_at as "activeAt", l.expires_at as "expiresAt"
            from community.points_lot l where l.member = :member order by l.id limit :max""";

    private static final String ENTRIES = """
            select e.number, e.at, lower(e.debit) as debit, lower(e.credit) as credit, e.amount as points,
              lower(e.cause) as cause, e.subject
            from community.points_entry e where e.member = :member order by e.number limit :max""";

    private static final String RESERVATIONS = """
            select r.number, r.reward, r.price, lower(r.state) as state, r.at, r.until, r.changed_at as "changedAt",
              r.key as "idempotencyKey"
            from community.points_reservation r where r.member = :member order by r.number limit :max""";

    private static final List<String> RENAME = List.of(
            // Programs name activities, and operators give reasons, by whom they are about.
            """
            update community.points_clawback c set reason = regexp_replace(c.reason, :name, :pseudonym, 'g')
            where c.reason ~ :name and c.lot in (select l.id from community.points_lot l where l.member = :member)""",
            """
            update community.points_lot
            set member = :pseudonym, activity = regexp_replace(activity, :name, :pseudonym, 'g')
            where member = :member""",
            """
            update community.points_entry
            set member = :pseudonym, subject = regexp_replace(subject, :name, :pseudonym, 'g')
            where member = :member""",
            // Whoever made up the key may have put a name into it.
            """
            update community.points_reservation set member = :pseudonym, key = :pseudonym || number
            where member = :member""",
            "update community.points_due set member = :pseudonym where member = :member");

    /// As many as anybody could have open at one time; the price of each was paid with points.
    private static final int MAX_OPEN = 10_000;

    private final JdbcClient jdbc;
    private final PurseStore purses;
    private final RewardStore rewards;
    private final InstantSource clock;

    KeptPoints(JdbcClient jdbc, PurseStore purses, RewardStore rewards, InstantSource clock) {
        this.jdbc = jdbc;
        this.purses = purses;
        this.rewards = rewards;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("pointsEarned", LOTS),
                new KeptTable("pointsEntries", ENTRIES),
                new KeptTable("pointsReserved", RESERVATIONS));
    }

    /// The member's lock first; then their rewards in the order of names, as nobody else locks more than one.
    @Override
    public void erase(String member, String pseudonym) {
        Instant now = clock.instant();
        Purse purse = purses.lock(member, List.of());
        rewards.ofMember(member, Reservation.State.RESERVED, MAX_OPEN).stream()
                .sorted(Comparator.comparing(Reservation::reward))
                .forEach(open -> {
                    rewards.take(open.reward(), -1);
                    rewards.change(open.number(), Reservation.State.RELEASED, now);
                    purse.release(purses.parts(open.subject()), open.subject(), now);
                });
        purse.close(pseudonym);
        purses.append(member, purse, now);
        for (String statement : RENAME) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}

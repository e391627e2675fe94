package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was seen of votes as they were cast, of keyed hashes alone; and how far each wish was examined.
final class SeenStore {
    /// What is known twice stays as it was: who could change it could change what it shows.
    private static final String NOTE = """
            insert into community.vote_seen (wish, position, device, network, at)
            select v.wish, v.position, decode(:device, 'hex'), decode(:network, 'hex'), :at
            from community.wish_vote v
            where v.wish = :wish and v.member = :member and v.change = 1
            order by v.position desc limit 1
            on conflict do nothing""";

    /// One examines at a time: what is noticed of a vote is noticed once.
    private static final String ALONE = "select pg_advisory_xact_lock(4017251)";

    private static final String TO_EXAMINE = """
            select w.id, w.examined from community.wish w
            where w.votes > w.examined and exists (select from community.wish_vote v
              where v.wish = w.id and v.position = w.examined + 1 and v.at < :before)
            limit 1""";

    private static final String VOTES = """
            select v.position, v.member, v.at, v.change = 1 and v.merge is null as cast
            from community.wish_vote v
            where v.wish = :wish and v.position > :after and v.at < :before order by v.position limit :limit""";

    private static final String EXAMINED = "update community.wish set examined = :position where id = :wish";

    private static final String BURSTS = """
            select v.position, b.together from (
              select date_bin('10 minutes', o.at, 'epoch') as began, count(*)::int as together
              from community.wish_vote o
              where o.wish = :wish and o.position > :after - :most and o.position <= :upTo
                and o.change = 1 and o.merge is null
              group by 1 having count(*) >= :least) b
            join community.wish_vote v on v.wish = :wish and v.position > :after - :most and v.position <= :upTo
              and v.change = 1 and v.merge is null and date_bin('10 minutes', v.at, 'epoch') = b.began
            where not exists (select from community.vote_evidence e
              where e.wish = :wish and e.position = v.position and e.signal = 'BURST')
            order by v.position""";

    private static final String FORGET = """
            delete from community.vote_seen where (wish, position) in (
              select s.wish, s.position from community.vote_seen s where s.at < :before limit 5000)""";

    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param examined up to which position
    record ToExamine(WishId wish, int examined) {}

    /// @param cast by its member's own hand
    record Vote(int position, String member, Instant at, boolean cast) {}

    /// @param together with how many
    record Noticed(int position, int together) {}

    void note(WishId wish, String member, @Nullable String device, @Nullable String network, Instant at) {
        jdbc.sql(NOTE)
                .param("wish", wish.value())
                .param("member", member)
                .param("device", device)
                .param("network", network)
                .param("at", Timestamp.from(at))
                .update();
    }

    void beAlone() {
        jdbc.sql(ALONE).query((row, number) -> true).single();
    }

    Optional<ToExamine> toExamine(Instant before) {
        return jdbc.sql(TO_EXAMINE)
                .param("before", Timestamp.from(before))
                .query((row, number) -> new ToExamine(new WishId(row.getObject(1, UUID.class)), row.getInt(2)))
                .optional();
    }

    List<Vote> votes(ToExamine next, Instant before, int limit) {
        return jdbc.sql(VOTES)
                .param("wish", next.wish().value())
                .param("after", next.examined())
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, number) -> new Vote(
                        row.getInt("position"),
                        row.getString("member"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("cast")))
                .list();
    }

    void examined(WishId wish, int position) {
        jdbc.sql(EXAMINED)
                .param("wish", wish.value())
                .param("position", position)
                .update();
    }

    /// Votes that share a device with so many others, by the time the last of these was cast.
    List<Noticed> sameDevice(WishId wish, int from, int upTo, int least) {
        return shared("device", VoteSignal.DEVICE, wish, from, upTo, least);
    }

    List<Noticed> sameNetwork(WishId wish, int from, int upTo, int least) {
        return shared("network", VoteSignal.NETWORK, wish, from, upTo, least);
    }

    private List<Noticed> shared(String column, VoteSignal signal, WishId wish, int from, int upTo, int least) {
        return jdbc.sql(shared(column))
                .param("wish", wish.value())
                .param("after", from)
                .param("upTo", upTo)
                .param("least", least)
                .param("signal", signal.name())
                .query((row, number) -> new Noticed(row.getInt(1), row.getInt(2)))
                .list();
    }

    /// Members are counted, and not votes: who takes one back and gives it again is one.
    private static String shared(String column) {
        return """
            select s.position, c.together from (
              select o.%1$s as one, count(distinct v.voter)::int as together
              from community.vote_seen o
              join community.wish_vote v on v.wish = o.wish and v.position = o.position
              where o.wish = :wish and o.position <= :upTo and o.%1$s in (
                select p.%1$s from community.vote_seen p
                where p.wish = :wish and p.position > :after and p.position <= :upTo)
              group by o.%1$s having count(distinct v.voter) >= :least) c
            join community.vote_seen s on s.wish = :wish and s.position <= :upTo and s.%1$s = c.one
            where not exists (select from community.vote_evidence e
              where e.wish = :wish and e.position = s.position and e.signal = :signal)
            order by s.position""".formatted(column);
    }

    /// @param most rows before these, which bounds how far is looked back
    List<Noticed> bursts(WishId wish, int from, int upTo, int least, int most) {
        return jdbc.sql(BURSTS)
                .param("wish", wish.value())
                .param("after", from)
                .param("upTo", upTo)
                .param("least", least)
                .param("most", most)
                .query((row, number) -> new Noticed(row.getInt(1), row.getInt(2)))
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", Timestamp.from(before)).update();
    }
}

package dev.holdfast.delivery.handover;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What hand-overs keep about a member. That and when something was handed over stays under the pseudonym, as
/// the order does; photos, notes and the signature end with whom they are about. What somebody said as staff
/// stays under theirs: it is another's hand-over too.
final class KeptHandOvers implements Keeper {
    private static final String HAND_OVERS = """
            select v.order_id as "order", u.serial, v.place, v.begun_at as "begunAt", v.confirmed_at as "confirmedAt",
              v.delivered_at as "deliveredAt", v.warranty_from as "warrantyFrom"
            from delivery.handover v join delivery.unit u on u.number = v.unit
            where v.member = :member order by v.number limit :max""";

    private static final String SAID = """
            select v.order_id as "order", s.at, s.kind, s.subject, s.good, s.text
            from delivery.handover_said s join delivery.handover v on v.number = s.handover
            where v.member = :member order by s.at, s.id limit :max""";

    private static final String PHOTOS = """
            select v.order_id as "order", p.id, p.at, p.point, p.type, encode(p.bytes, 'base64') as content
            from delivery.handover_photo p join delivery.handover v on v.number = p.handover
            where v.member = :member order by p.at, p.id limit :max""";

    private static final String ACTS = """
            select s.at, s.place, s.kind, s.subject, s.good from delivery.handover_said s
            where s.actor = :member order by s.at, s.id limit :max""";

    private static final String FORGET_PHOTOS = """
            delete from delivery.handover_photo p using delivery.handover v
            where v.number = p.handover and v.member = :member""";

    private static final String FORGET_WORDS = """
            update delivery.handover_said s set text = '',
              subject = case when s.kind = 'POINT' then s.subject else '' end
            from delivery.handover v where v.number = s.handover and v.member = :member""";

    /// What staff did is told in the order's log too: there, a point is a word of the checklist, and all else may name
    /// somebody.
    private static final String FORGET_ACTS = """
            update delivery.staff_act a set detail = '' from delivery.handover v
            where a.order_id = v.order_id and v.member = :member
              and a.act like 'hand\\_over\\_%' and a.act <> 'hand_over_point'""";

    private static final String RENAME = "update delivery.handover set member = :pseudonym where member = :member";

    private static final String RENAME_SAID =
            "update delivery.handover_said set actor = :pseudonym where actor = :member";

    private static final String RENAME_PHOTOS =
            "update delivery.handover_photo set actor = :pseudonym where actor = :member";

    private final JdbcClient jdbc;

    KeptHandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("handOvers", HAND_OVERS),
                new KeptTable("handOverWords", SAID),
                new KeptTable("handOverPhotos", PHOTOS),
                new KeptTable("handOverActs", ACTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : List.of(FORGET_PHOTOS, FORGET_WORDS, FORGET_ACTS)) {
            jdbc.sql(statement).param("member", member).update();
        }
        for (String statement : List.of(RENAME, RENAME_SAID, RENAME_PHOTOS)) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}

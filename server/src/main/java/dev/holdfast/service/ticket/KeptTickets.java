package dev.holdfast.service.ticket;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tickets keep about a member. That a unit had a fault stays under the pseudonym, as the order does:
/// others drive
/// the same. What its owner said and showed of it ends with them; what was said to them goes with it.
final class KeptTickets implements Keeper {
    private static final String TICKETS = """
            select number, order_id as "order", serial, place, subject, state, opened_at as "openedAt",
              answered_at as "answeredAt", component, symptom, rating
            from service.ticket where member = :member order by number limit :max""";

    private static final String STEPS = """
            select s.ticket, s.at, s.step, lower(s.side) as by, s.words
            from service.ticket_step s join service.ticket t on t.number = s.ticket
            where t.member = :member order by s.number limit :max""";

    private static final String PHOTOS = """
            select p.ticket, p.id, p.at, p.type, length(p.bytes) as bytes, p.checksum
            from service.ticket_photo p join service.ticket t on t.number = p.ticket
            where t.member = :member order by p.at, p.id limit :max""";

    private static final String ACTS = """
            select ticket, at, step, words from service.ticket_step
            where actor = :member and side = 'STAFF' order by number limit :max""";

    private static final List<String> FORGET = List.of("""
            delete from service.ticket_photo p using service.ticket t
            where t.number = p.ticket and t.member = :member""", """
            update service.ticket_step s set words = '' from service.ticket t
            where t.number = s.ticket and t.member = :member""", """
            update service.ticket_step set actor = :pseudonym where actor = :member""", """
            update service.ticket set member = :pseudonym where member = :member""");

    private final JdbcClient jdbc;

    KeptTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("tickets", TICKETS),
                new KeptTable("ticketSteps", STEPS),
                new KeptTable("ticketPhotos", PHOTOS),
                new KeptTable("ticketActs", ACTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        for (String statement : FORGET) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}

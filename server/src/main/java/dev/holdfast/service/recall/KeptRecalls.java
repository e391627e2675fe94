package dev.holdfast.service.recall;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What recalls keep about a member: that a unit of theirs was called back, and who tried to reach them. It
/// stays under the pseudonym, because what may do harm has to be remedied whoever has it; what was noted of
/// them goes.
final class KeptRecalls implements Keeper {
    private static final String UNITS = """
            select u.recall, u.serial, u.order_id as "order", r.begun_at as "begunAt", u.remedied_at as "remediedAt",
              u.place
            from service.recall_unit u join service.recall r on r.number = u.recall
            where u.member = :member order by u.recall, u.serial limit :max""";

    private static final String CONTACTS = """
            select c.recall, c.serial, c.way, c.outcome, c.at, c.words
            from service.recall_contact c join service.recall_unit u on u.recall = c.recall and u.serial = c.serial
            where u.member = :member order by c.number limit :max""";

    private static final String FORGET = """
            update service.recall_contact c set words = '' from service.recall_unit u
            where u.recall = c.recall and u.serial = c.serial and u.member = :member""";

    private static final String RENAME = "update service.recall_unit set member = :pseudonym where member = :member";

    private final JdbcClient jdbc;

    KeptRecalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("recalledUnits", UNITS), new KeptTable("recallContacts", CONTACTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param("member", member).update();
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}

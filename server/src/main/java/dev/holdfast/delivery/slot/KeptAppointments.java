package dev.holdfast.delivery.slot;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What slots keep about a member: when they were to come, and what became of it. It stays under the pseudonym,
/// as the order does.
final class KeptAppointments implements Keeper {
    private static final String APPOINTMENTS = """
            select a.order_id as "order", a.state, a.priority_at as "priorityAt", s.place, s.from_at as "begins",
              a.missed, a.since
            from delivery.appointment a left join delivery.slot s on s.number = a.slot
            where a.member = :member order by a.since limit :max""";

    private static final String STEPS = """
            select t.order_id as "order", t.at, t.step, t.cause, s.place, s.from_at as "begins"
            from delivery.appointment_step t join delivery.appointment a on a.order_id = t.order_id
            left join delivery.slot s on s.number = t.slot
            where a.member = :member order by t.number limit :max""";

    private static final String RENAME = "update delivery.appointment set member = :pseudonym where member = :member";

    private final JdbcClient jdbc;

    KeptAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("appointments", APPOINTMENTS), new KeptTable("appointmentSteps", STEPS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}

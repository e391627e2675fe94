package dev.holdfast.delivery.unit;

import static dev.holdfast.delivery.unit.UnitStore.texts;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the kinds of units stood after they were given last.
final class StandingStore {
    private static final String FORGET = "delete from delivery.standing where launch = :launch";

    private static final String WRITE = """
            insert into delivery.standing (launch, configuration, region, at, held, waiting, postponed, free, last_held,
              first_waiting)
            select :launch, n.configuration, n.region, n.at, n.held, n.waiting, n.postponed, n.free, n.last_held,
              n.first_waiting
            from unnest(:configurations::text[], :regions::text[], :ats::timestamptz[], :held::bigint[],
              :waiting::bigint[], :postponed::bigint[], :free::bigint[], :last::bigint[], :first::bigint[])
              as n (configuration, region, at, held, waiting, postponed, free, last_held, first_waiting)
            """;

    private static final String ALL = """
            select configuration, region, at, held, waiting, postponed, free, last_held, first_waiting
            from delivery.standing where launch = :launch order by configuration, region
            """;

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(int launch, List<Standing> standings) {
        jdbc.sql(FORGET).param("launch", launch).update();
        jdbc.sql(WRITE)
                .param("launch", launch)
                .param("configurations", texts(standings, Standing::configuration))
                .param("regions", texts(standings, Standing::region))
                .param("ats", texts(standings, Standing::at))
                .param("held", texts(standings, Standing::held))
                .param("waiting", texts(standings, Standing::waiting))
                .param("postponed", texts(standings, Standing::postponed))
                .param("free", texts(standings, Standing::free))
                .param("last", texts(standings, Standing::lastHeld))
                .param("first", texts(standings, Standing::firstWaiting))
                .update();
    }

    List<Standing> all(int launch) {
        return jdbc.sql(ALL)
                .param("launch", launch)
                .query((row, number) -> new Standing(
                        row.getString("configuration"),
                        row.getString("region"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("held"),
                        row.getLong("waiting"),
                        row.getLong("postponed"),
                        row.getLong("free"),
                        row.getLong("last_held"),
                        row.getLong("first_waiting")))
                .list();
    }
}

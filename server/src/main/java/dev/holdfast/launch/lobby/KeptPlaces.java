package dev.holdfast.launch.lobby;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The waiting lists somebody is on. Whoever is erased is not waited for.
final class KeptPlaces implements Keeper {
    private static final String PLACES = """
            select l.slug as launch, w.place, w.again, w.joined_at, w.called_at, w.kept_until
            from launch.waiting_list w join launch.launch l on l.number = w.launch
            where w.member = :member order by w.joined_at limit :max""";

    private static final String FORGET = "delete from launch.waiting_list where member = :member";

    private final JdbcClient jdbc;

    KeptPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("waitingLists", PLACES));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param("member", member).update();
    }
}

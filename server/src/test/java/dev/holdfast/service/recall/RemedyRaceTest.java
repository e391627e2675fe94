package dev.holdfast.service.recall;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.TestDatabase;
import dev.holdfast.launch.Fans;
import dev.holdfast.service.recall.RemedyStore.Booked;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One owner on many phones books for one unit: with the guard off, which has to go wrong, and with it on.
class RemedyRaceTest {
    private static final int PHONES = 8;
    private static final int ROUNDS = 20;

    private final HikariDataSource pool = TestDatabase.fresh().pool(PHONES);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));

    @BeforeEach
    void recall() {
        jdbc.sql("""
                        with r as (insert into service.recall (launch, lots, drill, severity, title_en, title_zh,
                          remedy_en, remedy_zh, parts, minutes, begun_at, actor, listed_ms)
                          values ('car', '{lot}', false, 'SAFETY', 't', 't', 'r', 'r', '{}', 1, now(), 'desk', 1)
                          returning number)
                        insert into service.recall_unit (recall, serial, launch, delivered)
                        select number, 'S-' || n, 1, true from r, generate_series(1, ?) n
                        """).param(ROUNDS).update();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void of_many_at_once_one_makes_a_work_order_and_the_others_find_it() throws Exception {
        RemedyStore store = new RemedyStore(jdbc);
        for (int unit = 1; unit <= 3; unit++) {
            assertThat(made(store, "S-" + unit)).isEqualTo(1);
        }
    }

    @Test
    void without_the_lock_some_unit_has_two() throws Exception {
        RemedyStore store = new RemedyStore(jdbc, "");
        int most = 0;
        for (int unit = 1; unit <= ROUNDS && most < 2; unit++) {
            most = made(store, "S-" + unit);
        }
        assertThat(most).isGreaterThan(1);
    }

    /// @return how many work orders there are for the unit after all have booked
    private int made(RemedyStore store, String serial) throws Exception {
        // There is a row from the look before, so that nobody waits for its insertion.
        transactions.executeWithoutResult(status -> store.lock(1, serial));
        Callable<Integer> phone = () -> {
            transactions.executeWithoutResult(status -> book(store, serial));
            return 1;
        };
        Fans.atOnce(Collections.nCopies(PHONES, phone));
        return jdbc.sql("select count(*)::int from service.work_order where serial = ?")
                .param(serial)
                .query(Integer.class)
                .single();
    }

    private void book(RemedyStore store, String serial) {
        Booked booked = store.lock(1, serial);
        if (booked.work() == null) {
            store.book(new Booked(1, serial, work(serial), UUID.randomUUID()));
        }
    }

    private long work(String serial) {
        return jdbc.sql("""
                        insert into service.work_order (recall, order_id, member, launch, serial, configuration, place,
                          currency, state, made_at, planned_at, since)
                        values ('1', gen_random_uuid(), 'fan', 1, ?, 'pro', 'larch', 'CNY', 'PLANNED', now(), now(),
                          now()) returning number""").param(serial).query(Long.class).single();
    }
}

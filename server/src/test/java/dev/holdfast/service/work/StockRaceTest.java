package dev.holdfast.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.TestDatabase;
import dev.holdfast.launch.Fans;
import dev.holdfast.service.work.WorkLine.PartState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Many work orders at once for few parts: with the guard off, which has to go wrong, and with it on.
class StockRaceTest {
    private static final int WANTED = 24;
    private static final int THERE = 9;

    private final HikariDataSource pool = TestDatabase.fresh().pool(12);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void no_part_is_reserved_twice_and_the_others_wait_in_line() throws Exception {
        Reserving reserving = reserving(StockStore.GUARD);
        race(reserving);
        assertThat(states(PartState.RESERVED)).hasSize(THERE);
        assertThat(states(PartState.WAITING)).hasSize(WANTED - THERE);
        List<Long> line = states(PartState.WAITING);
        receive(5);
        transactions.executeWithoutResult(status -> reserving.serve("larch", "pad"));
        assertThat(states(PartState.WAITING)).as("those in front were served").isEqualTo(line.subList(5, line.size()));
        assertThat(stock().waiting()).isEqualTo(WANTED - THERE - 5);
        assertThat(stock().free()).isZero();
    }

    @Test
    void without_the_condition_more_are_reserved_than_there_are() throws Exception {
        jdbc.sql("alter table service.stock drop constraint stock_enough").update();
        race(reserving(""));
        assertThat(stock().reserved()).isGreaterThan(THERE);
    }

    /// Parts come and go while others plan: nothing waits in a circle, and at the end all of it adds up.
    @Test
    void who_cancels_while_parts_come_and_others_plan_leaves_no_part_behind() throws Exception {
        Reserving reserving = reserving(StockStore.GUARD);
        race(reserving);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (long order : orders()) {
            acts.add(() -> act(() -> {
                jdbc.sql("select 1 from service.work_order where number = ? for update")
                        .param(order)
                        .query(Integer.class)
                        .single();
                reserving.release(order(order));
            }));
            acts.add(() -> act(() -> {
                jdbc.sql("update service.stock set received = received + 1").update();
                reserving.serve("larch", "pad");
            }));
        }
        Fans.atOnce(acts);
        assertThat(states(PartState.RELEASED)).hasSize(WANTED);
        assertThat(stock().reserved()).isZero();
        assertThat(stock().waiting()).isZero();
    }

    private int act(Runnable act) {
        transactions.executeWithoutResult(status -> act.run());
        return 1;
    }

    private Reserving reserving(String guard) {
        return new Reserving(new StockStore(jdbc, guard), new LineStore(jdbc));
    }

    private void race(Reserving reserving) throws Exception {
        receive(THERE);
        jdbc.sql("""
                        with o as (insert into service.work_order (recall, order_id, member, launch, serial,
                          configuration, place, currency, state, made_at, planned_at, since)
                          select 'R', gen_random_uuid(), 'fan', 1, 'S', 'pro', 'larch', 'CNY', 'PLANNED', now(),
                            now(), now()
                          from generate_series(1, ?) returning number)
                        insert into service.work_line (work_order, position, component, words, minutes, part, quantity,
                          amount, covered, reason, stock, place)
                        select number, 1, 'brake', '', 0, 'pad', 1, 0, true, 'recall', 'NONE', 'larch' from o
                        """).param(WANTED).update();
        Fans.atOnce(orders().stream()
                .<Callable<Integer>>map(order -> () -> act(() -> reserving.plan(order(order))))
                .toList());
    }

    private void receive(int pads) {
        new StockStore(jdbc).receive("larch", "pad", pads);
    }

    private List<Long> orders() {
        return jdbc.sql("select number from service.work_order order by number")
                .query((row, index) -> row.getLong(1))
                .list();
    }

    private WorkOrder order(long number) {
        return new WorkStore(jdbc).find(number).orElseThrow();
    }

    private Stock stock() {
        return new StockStore(jdbc).ofPlace("larch", 10).getFirst();
    }

    private List<Long> states(PartState state) {
        return jdbc.sql("select work_order from service.work_line where stock = ? order by work_order")
                .param(state.name())
                .query((row, index) -> row.getLong(1))
                .list();
    }
}

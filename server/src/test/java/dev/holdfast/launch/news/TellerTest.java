package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellerTest {
    private static final LocalDate FIRST = CurvesOnPaper.FIRST_WEEK;

    private static final String LISTEN = """
            insert into launch.webhook (name, url, secret, kinds, created_at, position, next_attempt_at)
            values ('crm', 'https://hooks.example.com', 'whsec_c2VjcmV0', '{promise.moved}', now(), 0, now())""";

    private static final String STAGE = """
            insert into launch.promise (order_id, promised_from, at, reason, launch, plan_run, binding)
            select o.id, o.promised_from + 7 * ?, now(), 'component_short', o.launch, ?, 'battery-b'
            from launch.orders o order by o.position""";

    private static final String EXPLAIN = """
            insert into launch.explanation (launch, plan_run, binding, event, english, chinese)
            values (?, ?, 'battery-b', 0, 'Battery pack B arrives late.', '电池包 B 晚到。')""";

    private static final String PUBLISH =
            "insert into launch.publication (launch, run, sequence, at, entries) values (?, ?, ?, now(), 0)";

    /// Orders as they would stand after a rush; far more than one chunk.
    private static final String CROWD = """
            insert into launch.orders (id, launch, position, entered, member, idempotency_key, request, offer, live,
              state, rank, promised_from, price, deposit, held_at, pay_before, first_offer, first_rank, first_from,
              first_deposit)
            select (lpad(to_hex(((:launch::bigint << 40) | n) >> 12), 12, '0') || '8'
                || lpad(to_hex(n & 4095), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
              :launch, n, n, 'fan-' || n, 'key', gen_random_uuid(), 'offer-1', true,
              'PLACED', n, date '2027-01-04', 100, 10, now(), now(), 'offer-1', n, date '2027-01-04', 10
            from generate_series(1, :orders) as n""";

    private final NewsWorld world = new NewsWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aNewSupplyIsToldOnceToEachItMoves() {
        IntStream.rangeClosed(1, 5).forEach(number -> world.order("fan-" + number));
        world.addresses("en");
        assertThat(world.teller().tellAll()).as("nothing moved yet").isZero();
        world.resupply(1, 1, 1, 1, 1);
        assertThat(world.teller().tellAll()).isEqualTo(4);
        assertThat(world.letters()).isEqualTo(4);
        world.resupply(1, 1, 1, 1, 0, 1);
        assertThat(world.teller().tellAll()).isEqualTo(1);
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.letters()).isEqualTo(5);
        assertThat(world.count("launch.news")).as("nobody listens").isZero();
    }

    @Test
    void aLetterSaysBothWindowsTheReasonAndWhereToDecide() {
        Order order = world.order("fan-1");
        world.addresses("zh");
        world.resupply(0, 0, 0, 1);
        world.teller().tellAll();
        Letter letter = world.letter("fan-1");
        assertThat(letter.subject()).isEqualTo("您的预计交付时间有变动：Car");
        assertThat(letter.text())
                .contains(day(FIRST), day(FIRST.plusWeeks(3).plusDays(6)))
                .contains("供应发生变化")
                .contains("https://launch.example.com/orders/" + order.id());
    }

    @Test
    void whoLosesTheWindowIsToldThatThePlaceIsKept() {
        world.order("fan-1");
        world.addresses("en");
        world.resupply(0);
        world.teller().tellAll();
        assertThat(world.letter("fan-1").text()).contains("cannot be kept").contains("Your place in line is kept");
    }

    @Test
    void aPlanIsNewsOnceItIsPublishedAndInTheOrderOfPublication() {
        world.order("fan-1");
        world.order("fan-2");
        world.addresses("en");
        stage(7, 1);
        stage(8, 3);
        assertThat(world.teller().tellAll()).as("staged, and not published").isZero();
        publish(8, 10);
        assertThat(world.teller().tellAll()).isEqualTo(2);
        assertThat(world.letter("fan-1").text())
                .contains("Reason: a part comes at another time than was planned.")
                .doesNotContain("battery-b")
                .contains("from " + day("en", FIRST))
                .contains("to " + day("en", FIRST.plusWeeks(3)));
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.letters()).isEqualTo(2);
    }

    @Test
    void aLetterSaysWhyInTheWordsThatThePlanWasStagedWith() {
        world.order("fan-1");
        world.addresses("en");
        stage(7, 1);
        world.jdbc.sql(EXPLAIN).params(world.launch, 7).update();
        world.jdbc.sql(EXPLAIN.replace("late", "never")).params(world.launch, 8).update();
        publish(7, 10);
        world.teller().tellAll();
        assertThat(world.letter("fan-1").text()).contains("Reason: Battery pack B arrives late.\n");
    }

    @Test
    void nothingIsQueuedWhenTheCursorCannotBeWritten() {
        world.order("fan-1");
        world.addresses("en");
        world.jdbc.sql(LISTEN).update();
        world.resupply(0, 1);
        world.jdbc.sql("""
                        create function launch.break_down() returns trigger language plpgsql as
                        $$ begin raise exception 'planted'; end $$""").update();
        world.jdbc.sql("""
                        create trigger breaks before insert or update on launch.news_cursor
                        for each row when (new.number > 0)
                        execute function launch.break_down()""").update();
        assertThatThrownBy(() -> world.teller().tellAll()).hasMessageContaining("planted");
        assertThat(world.letters()).isZero();
        assertThat(world.count("launch.news")).isZero();
        world.jdbc.sql("drop trigger breaks on launch.news_cursor").update();
        world.teller().tellAll();
        assertThat(world.letters()).isEqualTo(1);
        assertThat(world.count("launch.news")).isEqualTo(1);
    }

    @Test
    void whoeverGoesOnAfterADeathTellsTheRestAndNothingTwice() {
        int orders = 25_000;
        world.jdbc
                .sql(CROWD)
                .param("launch", world.launch)
                .param("orders", orders)
                .update();
        assertThat(OrderId.last(world.launch).launch()).isEqualTo(world.launch);
        world.addresses("en");
        world.jdbc.sql("analyze").update();
        world.jdbc.sql(LISTEN).update();
        stage(7, 2);
        publish(7, 10);
        Stream dying = new Dying(MovedPromises.published(world.jdbc, world.catalogue));
        assertThatThrownBy(() -> world.teller(List.of(dying)).tellAll()).hasMessageContaining("killed");
        assertThat(world.letters()).isEqualTo(Teller.CHUNK);
        assertThat(world.teller().tellAll()).isEqualTo(orders - Teller.CHUNK);
        assertThat(world.letters()).isEqualTo(orders);
        assertThat(world.count("launch.news")).isEqualTo(orders);
        assertThat(world.jdbc
                        .sql("select count(distinct facts) from launch.news")
                        .query(Long.class)
                        .single())
                .isEqualTo(orders);
    }

    @Test
    void whatManyTellAtOnceIsToldOnce() throws InterruptedException {
        world.jdbc
                .sql(CROWD)
                .param("launch", world.launch)
                .param("orders", 12_000)
                .update();
        world.addresses("en");
        stage(7, 2);
        publish(7, 10);
        List<Thread> tellers = IntStream.range(0, 4)
                .mapToObj(
                        number -> Thread.ofVirtual().start(() -> world.teller().tellAll()))
                .toList();
        for (Thread teller : tellers) {
            teller.join();
        }
        world.teller().tellAll();
        assertThat(world.letters()).isEqualTo(12_000);
    }

    private void stage(int run, int weeks) {
        world.jdbc.sql(STAGE).params(weeks, run).update();
    }

    private void publish(int run, long sequence) {
        world.jdbc.sql(PUBLISH).params(world.launch, run, sequence).update();
    }

    private static String day(LocalDate date) {
        return day("zh", date);
    }

    private static String day(String language, LocalDate date) {
        return Sentences.beside(OrderLetter.class).apply(language).day(date);
    }

    /// Dies in the middle of the second chunk.
    private record Dying(Stream stream) implements Stream {
        @Override
        public String name() {
            return stream.name();
        }

        @Override
        public Chunk next(Cursor cursor, int max) {
            if (cursor.number() > 0) {
                throw new IllegalStateException("killed");
            }
            return stream.next(cursor, max);
        }
    }
}

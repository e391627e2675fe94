package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CourierTest {
    private static final List<String> MOVES = List.of("promise.moved");
    private static final String CLOSED = "http://127.0.0.1:1/hook";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final HandClock clock = new HandClock();
    private final Members members = MembersOnPaper.members(jdbc, clock);
    private final Destinations destinations = new Destinations(false, true);
    private final WebhookStore store = new WebhookStore(jdbc);
    private final News news = new News(
            store,
            destinations,
            members,
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
            new SecureRandom(),
            clock);
    private final Counter givenUp = new SimpleMeterRegistry().counter("given.up");
    private final Courier courier = new Courier(store, new WebhookCall(destinations), clock, Runnable::run, givenUp);
    private final Receiver receiver = new Receiver();

    CourierTest() throws IOException {}

    @AfterEach
    void close() {
        receiver.close();
        members.close();
    }

    @Test
    void sendsSignedMessagesOfManyItemsInTheirOrder() {
        register("crm", receiver.url());
        tell("promise.moved", 450);
        courier.sendDue();
        assertThat(receiver.received.stream().map(Receiver.Message::id))
                .containsExactly("news-1-200", "news-201-400", "news-401-450");
        assertThat(receiver.received.getLast().body())
                .startsWith("{\"type\":\"promise.moved\",\"timestamp\":\"2026-11-20T12:00:00Z\",\"data\":{\"items\":[{")
                .endsWith("{\"item\":450}]}}");
        assertThat(news.find("crm").waiting()).isZero();
    }

    @Test
    void sendsWhatWasAskedForAndWhatCameAfterwards() {
        tell("promise.moved", 3);
        register("crm", receiver.url());
        tell("consent.asked", 2);
        tell("promise.moved", 1);
        courier.sendDue();
        assertThat(receiver.received).hasSize(1);
        assertThat(receiver.received.getFirst().id()).isEqualTo("news-6-6");
    }

    @Test
    void sendsTheSameMessageAgainWhileItIsNotTaken() {
        register("crm", receiver.url());
        tell("promise.moved", 3);
        receiver.status = 500;
        courier.sendDue();
        tell("promise.moved", 5);
        receiver.status = 204;
        courier.sendDue();
        assertThat(receiver.received).as("not at once").hasSize(1);
        clock.forward(Duration.ofSeconds(5));
        courier.sendDue();
        assertThat(receiver.received.stream().map(Receiver.Message::id))
                .containsExactly("news-1-3", "news-1-3", "news-4-8");
        assertThat(receiver.received.get(0).body())
                .isEqualTo(receiver.received.get(1).body());
    }

    @Test
    void sendsTheSameMessageAgainWhenAnInstanceDiedBeforeItNotedTheAnswer() {
        register("crm", receiver.url());
        tell("promise.moved", 3);
        WebhookStore.Leased leased =
                store.lease(1, clock.instant(), Courier.LEASE).getFirst();
        store.begin(leased.name(), 2);
        assertThat(courier.sendDue()).as("leased by the one who died").isZero();
        clock.forward(Courier.LEASE);
        courier.sendDue();
        assertThat(receiver.received.stream().map(Receiver.Message::id)).containsExactly("news-1-2", "news-3-3");
    }

    @Test
    void aDeadReceiverHoldsUpNoOther() {
        register("a-dead", CLOSED);
        register("crm", receiver.url());
        tell("promise.moved", 3);
        IntStream.range(0, 10).forEach(round -> {
            courier.sendDue();
            clock.forward(Duration.ofHours(1));
        });
        assertThat(receiver.received).hasSize(1);
        Webhook dead = news.find("a-dead");
        assertThat(dead.attempts()).isEqualTo(10);
        assertThat(dead.waiting()).isEqualTo(3);
        assertThat(dead.fault()).isEqualTo("It takes no connection.");
        register("a-dead", receiver.url());
        receiver.secret = secret("a-dead");
        courier.sendDue();
        assertThat(news.find("a-dead").waiting()).isZero();
    }

    @Test
    void whatAWebhookDidNotTakeInTimeIsCountedWhenItIsForgotten() {
        register("a-dead", CLOSED);
        register("crm", receiver.url());
        tell("promise.moved", 3);
        courier.sendDue();
        assertThat(givenUp.count()).isZero();
        clock.forward(Courier.KEEP.plusSeconds(1));
        courier.sendDue();
        assertThat(givenUp.count()).as("of those that one took and one did not").isEqualTo(3);
        courier.sendDue();
        assertThat(givenUp.count()).as("once").isEqualTo(3);
    }

    @Test
    void aRedirectIsNoAnswer() {
        register("crm", receiver.url());
        tell("promise.moved", 1);
        receiver.status = 302;
        courier.sendDue();
        assertThat(receiver.received).hasSize(1);
        assertThat(news.find("crm").fault()).isEqualTo("It answered 302.");
    }

    @Test
    void theSecretIsToldOnceAndEveryActIsInTheTrail() {
        Registered first = news.register("crm", receiver.url(), MOVES, false, "operator-1");
        assertThat(first.created()).isTrue();
        assertThat(first.secret()).startsWith("whsec_");
        assertThat(news.register("crm", receiver.url(), MOVES, false, "operator-1")
                        .secret())
                .isNull();
        assertThat(news.register("crm", receiver.url(), MOVES, true, "operator-1")
                        .secret())
                .startsWith("whsec_")
                .isNotEqualTo(first.secret());
        news.remove("crm", "operator-1");
        assertThat(members.trail(null, 10).entries()).hasSize(4);
        assertThatThrownBy(() -> news.find("crm")).isInstanceOf(Problem.class);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToAnHour() {
        assertThat(IntStream.range(0, 12)
                        .mapToObj(attempts -> Courier.waitAfter(attempts).toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
    }

    private void register(String name, String url) {
        Registered registered = news.register(name, url, MOVES, false, "operator-1");
        receiver.secret = Objects.requireNonNullElse(registered.secret(), receiver.secret);
    }

    private String secret(String name) {
        return jdbc.sql("select secret from launch.webhook where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private void tell(String kind, int items) {
        long last = jdbc.sql("select coalesce(max(number), 0) from launch.news")
                .query(Long.class)
                .single();
        for (long item = last + 1; item <= last + items; item++) {
            jdbc.sql("insert into launch.news (kind, facts, at) values (?, ?, '2026-11-20T12:00:00Z')")
                    .params(kind, "{\"item\":" + item + "}")
                    .update();
        }
    }
}

package dev.holdfast.launch.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.HandClock;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.LaunchWorld.Server;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.pulse.Pulse.Health;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two servers on one database: what a watcher sees is the same on both, and outlives either.
class PulsesTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final Server ONE = WORLD.server();
    private static final Server OTHER = WORLD.server();

    private final Recorder one = recorder(ONE, "one");
    private final Recorder other = recorder(OTHER, "other");
    private final Pulses pulses = new Pulses(WORLD.jdbc, WORLD.clock);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void backToNoon() {
        WORLD.clock.set(HandClock.NOON);
        WORLD.jdbc.sql("truncate launch.instance cascade").update();
    }

    private static Recorder recorder(Server server, String name) {
        return new Recorder(WORLD.jdbc, server.lines().counts(), name);
    }

    private static Order order(Server server, String slug, String member) {
        return Fans.done(server.launch().place(Fans.wish(slug, member, "key", "offer-1")));
    }

    private static void refused(Server server, String slug, String member) {
        var outcome = server.launch().place(Fans.wish(slug, member, "key", "offer-9"));
        assertThat(outcome).asString().contains("UnknownOffer");
    }

    @Test
    void whatOneInstanceCommittedIsTrueOnAllOfThem() {
        int number = WORLD.open(ONE, "committed", Showroom.SMALL, 100);
        var paid = order(ONE, "committed", "fan-1");
        order(ONE, "committed", "fan-2");
        ONE.launch().receive("sandbox", Fans.deposit(paid.id(), "payment-committed"));
        // The server that took the orders dies here: only the other one ever records.
        other.recordNow();
        var last = pulses.of(number).seconds().getLast();
        assertThat(last.positions()).isEqualTo(2);
        assertThat(last.paid()).isEqualTo(1);
        assertThat(last.live()).isEqualTo(2);
    }

    @Test
    void aSecondInWhichNothingMovedIsNotWritten() {
        int number = WORLD.open(ONE, "quiet", Showroom.SMALL, 100);
        order(ONE, "quiet", "fan-1");
        one.recordNow();
        long rows = rows(number);
        WORLD.jdbc.sql("update launch.pulse set at = at - interval '5 seconds'").update();
        one.recordNow();
        assertThat(rows(number)).isEqualTo(rows);
        order(ONE, "quiet", "fan-2");
        one.recordNow();
        assertThat(rows(number)).isEqualTo(rows + 1);
    }

    private static long rows(int launch) {
        return WORLD.jdbc
                .sql("select count(*) from launch.pulse where launch = ?")
                .param(launch)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Test
    void whatAnInstanceCountedOutlivesItAndIsAddedUp() {
        int number = WORLD.open(ONE, "counted", Showroom.SMALL, 100);
        refused(ONE, "counted", "fan-1");
        refused(ONE, "counted", "fan-2");
        one.recordNow();
        refused(OTHER, "counted", "fan-3");
        other.recordNow();
        one.close();
        var pulse = pulses.of(number);
        assertThat(pulse.refusals()).containsExactly(new Pulse.Refused("UnknownOffer", 3, 3));
        assertThat(pulse.answers().lastMinute()).isEqualTo(3);
        assertThat(pulse.answers().half()).isPositive();
    }

    @Test
    void theLastMinuteIsToldFromAllTime() {
        int number = WORLD.open(ONE, "minute", Showroom.SMALL, 100);
        refused(ONE, "minute", "fan-1");
        one.recordNow();
        WORLD.jdbc
                .sql("update launch.instance_count set at = at - interval '2 minutes'")
                .update();
        refused(ONE, "minute", "fan-2");
        one.recordNow();
        assertThat(pulses.of(number).refusals()).containsExactly(new Pulse.Refused("UnknownOffer", 1, 2));
    }

    @Test
    void aSilentInstanceIsToldFromOneThatStopped() {
        int number = WORLD.open(ONE, "silent", Showroom.SMALL, 100);
        one.recordNow();
        WORLD.jdbc
                .sql("update launch.instance set seen_at = seen_at - interval '6 seconds'")
                .update();
        other.recordNow();
        recorder(OTHER, "third").recordNow();
        other.close();
        assertThat(pulses.of(number).instances())
                .extracting(Pulse.Instance::name, Pulse.Instance::health)
                .containsExactly(
                        tuple("one", Health.SILENT), tuple("other", Health.STOPPED), tuple("third", Health.SERVING));
    }

    @Test
    void holdsAreCountedByTheMinuteInWhichTheyEnd() {
        int number = WORLD.open(ONE, "ending", Showroom.SMALL, 100);
        var paid = order(ONE, "ending", "fan-1");
        order(ONE, "ending", "fan-2");
        WORLD.clock.forward(Duration.ofMinutes(13));
        order(ONE, "ending", "fan-3");
        WORLD.clock.forward(Duration.ofSeconds(30));
        ONE.launch().receive("sandbox", Fans.deposit(paid.id(), "payment-ending"));
        var pulse = pulses.of(number);
        assertThat(pulse.ending().minutes().get(1)).isEqualTo(1);
        assertThat(pulse.ending().minutes().get(14)).isEqualTo(1);
        assertThat(pulse.ending().sum()).isEqualTo(2);
        var payments = pulse.payments();
        assertThat(payments).isNotNull();
        assertThat(payments == null ? null : payments.half()).isEqualTo(Duration.ofSeconds(810));
    }
}

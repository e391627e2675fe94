package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.check.Findings;
import dev.holdfast.bench.check.Terms;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Arrivals;
import dev.holdfast.bench.load.Crowd;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.load.Requests;
import dev.holdfast.bench.load.Script;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.load.Tokens;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A whole rush against a server that keeps the contract in memory, and against one that does not.
class CrowdTest {
    private static final int ORDERS = 1_500;
    private static final long SEED = 7;
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Showroom showroom = Showroom.forOrders(ORDERS, Round.today());
    private final Script script = new Script("run", ORDERS, ORDERS, showroom, SEED);
    private final Acknowledged log = new Acknowledged(ORDERS);
    private FakeHoldfast server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeHoldfast(showroom);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRushOnAServerThatKeepsTheContractIsClean() throws IOException {
        Outcome outcome = play(null);
        assertThat(check().byName())
                .allSatisfy((name, finding) -> assertThat(finding.count()).isZero());
        assertThat(outcome.unexpected()).isEmpty();
        assertThat(log.orders() + log.refused()).isEqualTo(ORDERS);
        assertThat(log.refused()).isPositive();
        assertThat(log.paid()).isBetween((int) (log.orders() * 0.95), log.orders() - 1);
        assertThat(outcome.answers()).isGreaterThan(log.orders() + log.paid());
    }

    @Test
    void everyRequestLostOrTurnedAwayIsSentAgainUntilItIsDoneOnce() throws IOException {
        server.busyEvery = 17;
        server.hangUpEvery = 23;
        Outcome outcome = play(null);
        assertThat(outcome.sentAgain()).isGreaterThan(100);
        assertThat(check().byName())
                .allSatisfy((name, finding) -> assertThat(finding.examples()).isEmpty());
        assertThat(log.orders() + log.refused()).isGreaterThanOrEqualTo(ORDERS);
    }

    @Test
    void aCancellationWhoseAnswerWasLostCountsFromItsFirstAttempt() throws IOException {
        server.losesCancellations = true;
        Outcome outcome = play(null);
        assertThat(outcome.unexpected()).isEmpty();
        assertThat(check().byName())
                .allSatisfy((name, finding) -> assertThat(finding.examples()).isEmpty());
    }

    @Test
    void anOrderAcknowledgedAndForgottenIsFound() throws IOException {
        server.forgetEvery = 100;
        play(null);
        assertThat(check().lostAcknowledged().count()).isEqualTo(log.orders() / 100);
    }

    @Test
    void aServerThatSellsPastItsCurveIsFound() throws IOException {
        server.refuses = false;
        play(null);
        assertThat(check().oversold().count()).isPositive();
    }

    @Test
    void anOpenRushTakesTheTimeItsArrivalsTake() throws IOException {
        Outcome outcome = play(Arrivals.spread(ORDERS, 3_000, SEED));
        assertThat(outcome.seconds()).isGreaterThan(0.45);
        assertThat(outcome.latency().answers()).isGreaterThan(ORDERS);
        assertThat(outcome.tailLatency().answers()).isPositive();
        assertThat(check().byName())
                .allSatisfy((name, finding) -> assertThat(finding.examples()).isEmpty());
    }

    private Outcome play(long @Nullable [] arrivals) throws IOException {
        var tokens = new Tokens(SECRET, Instant.now().plusSeconds(600));
        var requests = new Requests("localhost", "car", script, showroom, tokens, "whsec_c2VjcmV0");
        return new Crowd(script, requests, log, List.of(server.address()), 32, arrivals, (nanos, now) -> {}).play();
    }

    private Findings check() {
        return Findings.of(log.attempts(script, showroom), server.book(), terms());
    }

    private Terms terms() {
        return Round.terms(showroom, Round.thisWeek(), Round.thisWeek());
    }
}

package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// Asks that break what carries them out, and more asks than can wait.
class PoisonTest {
    /// As the committer has it.
    private static final int MAX_WAITING = 20_000;

    @Test
    void anAskThatMakesARuleThrowFailsAlone() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = world.server(new BentSupplies(world.supplies, Poisoned::new));
            int launch = world.open(server, "car", Showroom.SMALL.withOffers(3), 100);
            List<String> told = world.inOneBatch(
                    server,
                    launch,
                    List.of(
                            () -> told(server, "fan-1", "offer-1"),
                            () -> told(server, "fan-2", "offer-2"),
                            () -> told(server, "fan-3", "offer-1")));
            assertThat(told).containsExactly("1", "IllegalStateException", "2");
        }
    }

    @Test
    void evenAnErrorLeavesTheLineAbleToGoOn() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = world.server(new BentSupplies(world.supplies, Poisoned::new));
            world.open(server, "car", Showroom.SMALL.withOffers(3), 100);
            assertThat(told(server, "fan-1", "offer-3")).endsWith("Exception");
            assertThat(told(server, "fan-1", "offer-1")).isEqualTo("1");
        }
    }

    @Test
    void aSupplyThatCannotReachTheDatabaseIsNoFaultOfTheAsk() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            world.open(world.server(), "car", Showroom.SMALL, 100);
            var server = world.server(new BentSupplies(world.supplies, line -> {
                throw new CannotGetJdbcConnectionException("Planted", new SQLTransientConnectionException("gone"));
            }));
            assertThat(told(server, "fan-1", "offer-1")).isEqualTo("try_again");
        }
    }

    @Test
    void moreThanCanWaitAreToldSoAtOnceAndAllWhoWaitAreAnswered() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = world.server();
            int launch = world.open(server, "car", Showroom.SMALL, 100);
            Callable<Answer> ask = () -> server.lines().ask(launch, new Ask.Sweep());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer>> waiting = new ArrayList<>();
                world.whileLocked(server, launch, () -> {
                    for (int i = 0; i < MAX_WAITING; i++) {
                        waiting.add(threads.submit(ask));
                    }
                    while (server.waiting() < MAX_WAITING) {
                        Thread.sleep(1);
                    }
                    assertThatThrownBy(ask::call)
                            .isInstanceOf(Problem.class)
                            .extracting(problem -> ((Problem) problem).code())
                            .isEqualTo("overloaded");
                    return true;
                });
                for (Future<Answer> future : waiting) {
                    assertThat(future.get()).isEqualTo(new Answer.Swept(0, 0, 0, false));
                }
            }
        }
    }

    /// The position, or what was thrown.
    private static String told(LaunchWorld.Server server, String member, String offer) {
        try {
            return String.valueOf(Fans.done(server.launch().place(Fans.wish("car", member, "key", offer)))
                    .position());
        } catch (Problem problem) {
            return problem.code();
        } catch (RuntimeException thrown) {
            return thrown.getClass().getSimpleName();
        }
    }

    /// Breaks over `offer-2`, and breaks badly over `offer-3`.
    private record Poisoned(SupplyLine line) implements SupplyLine {
        @Override
        public Optional<LocalDate> quote(String offer, LocalDate thisWeek) {
            if (offer.equals("offer-2")) {
                throw new IllegalArgumentException("Planted: no rule was written for this.");
            }
            if (offer.equals("offer-3")) {
                throw new StackOverflowError("Planted: the machine itself gave up.");
            }
            return line.quote(offer, thisWeek);
        }

        @Override
        public Optional<LocalDate> take(String offer, LocalDate thisWeek) {
            return line.take(offer, thisWeek);
        }

        @Override
        public void taken(String offer, @Nullable LocalDate week) {
            line.taken(offer, week);
        }

        @Override
        public Optional<LocalDate> keep(String offer, @Nullable LocalDate week, LocalDate thisWeek) {
            return line.keep(offer, week, thisWeek);
        }

        @Override
        public void release(String offer, @Nullable LocalDate week) {
            line.release(offer, week);
        }

        @Override
        public long remaining(String offer) {
            return line.remaining(offer);
        }

        @Override
        public long live(String offer) {
            return line.live(offer);
        }

        @Override
        public Supplies.Checkpoint checkpoint(String offer) {
            return line.checkpoint(offer);
        }

        @Override
        public SupplyLine copy() {
            return new Poisoned(line.copy());
        }
    }
}

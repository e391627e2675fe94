package dev.holdfast.run;

import dev.holdfast.run.FarAway.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Fans who order, pay and sometimes give up, one after the other, and do not mind that the server is gone in between.
final class FansInRush implements AutoCloseable {
    private static final int AT_ONCE = 6;
    private static final int MAX_FANS = 2_000;

    private final FarAway sender;
    private final Duration breath;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> crowd = new ArrayList<>();
    private final AtomicInteger fans = new AtomicInteger();
    private volatile boolean goesOn = true;

    /// What each fan was told, at the moment they were told it.
    final Queue<Deal> deals = new ConcurrentLinkedQueue<>();

    record Deal(String fan, String offer, String order, long position, String promise, boolean cancelled) {}

    FansInRush(FarAway sender) {
        this(sender, Duration.ZERO);
    }

    /// @param breath that each of those who order at once takes before the next comes, so that there are fans left
    ///     however long a test takes and however fast the machine is
    FansInRush(FarAway sender, Duration breath) {
        this.sender = sender;
        this.breath = breath;
    }

    void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            crowd.add(threads.submit(() -> {
                while (goesOn && fans.get() < MAX_FANS) {
                    deals.add(deal(fans.incrementAndGet()));
                    Thread.sleep(breath);
                }
                return true;
            }));
        }
    }

    Deal deal(int number) {
        String fan = "fan-" + number;
        String offer = number % 3 == 0 ? "max" : "pro";
        Answer order = taken(place(fan, offer, number % 4 == 0 ? "south" : "north"));
        String id = order.text("/id");
        sender.pay(id, BilledLaunch.DEPOSIT).is(204);
        boolean gives = number % 9 == 0;
        if (gives) {
            int status = sender.insist("POST", "/api/v1/orders/" + id + "/cancel", fan, Map.of())
                    .status();
            if (status != 200 && status != 409) {
                throw new AssertionError(fan + " could not cancel: " + status);
            }
        }
        return new Deal(fan, offer, id, order.number("/position"), order.text("/promise/from"), gives);
    }

    /// Created, or replayed when the server was killed between its commit and its answer.
    private static Answer taken(Answer order) {
        return order.status() == 200 ? order : order.is(201);
    }

    Answer place(String fan, String offer, String region) {
        return sender.insist(
                "POST",
                "/api/v1/launches/car/orders",
                fan,
                Map.of("offer", offer, "region", region),
                "Idempotency-Key",
                "key-" + fan);
    }

    /// Waits until so many more have what they came for.
    void await(int more) {
        int until = deals.size() + more;
        while (deals.size() < until && crowd.stream().noneMatch(Future::isDone)) {
            FarAway.pause();
        }
    }

    void end() throws Exception {
        goesOn = false;
        for (Future<?> fan : crowd) {
            fan.get(2, TimeUnit.MINUTES);
        }
        crowd.clear();
    }

    @Override
    public void close() {
        goesOn = false;
        threads.shutdownNow();
    }
}

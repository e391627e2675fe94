package dev.holdfast.launch;

import dev.holdfast.launch.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What fans and their bank do, one at a time or all at once.
public final class Fans {
    private Fans() {}

    public static PlaceOrder wish(String launch, String member, String key, String offer) {
        return new PlaceOrder(launch, member, key, offer, null, null, null, null, null);
    }

    /// A whole deposit for the order.
    public static PaymentEvent deposit(OrderId order, String payment) {
        return deposit(order, payment, Showroom.DEPOSIT);
    }

    public static PaymentEvent deposit(OrderId order, String payment, long amount) {
        return new PaymentEvent(
                "webhook-" + payment, PaymentEvent.Kind.SUCCEEDED, order.toString(), payment, amount, "CNY");
    }

    public static Order done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.order();
        }
        throw new AssertionError("Expected an order, was told " + outcome);
    }

    /// Runs all acts, each on a thread of its own, and lets them go at the same instant.
    public static <T> List<T> atOnce(List<Callable<T>> acts) throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> act : acts) {
                futures.add(threads.submit(() -> {
                    go.await();
                    return act.call();
                }));
            }
            go.countDown();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}

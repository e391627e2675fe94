package dev.holdfast.bench.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A peer in memory that can be told to do its job badly.
final class FakePeer implements Peer {
    enum Habit {
        HONEST,
        /// Sells one more than there are.
        OVERSELLS,
        /// Keeps one back.
        UNDERSELLS,
        /// Has more orders in its book than it told anybody of.
        BOOKS_MORE,
        /// Answers nobody.
        FAILS
    }

    private final Habit habit;
    private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sold = new ConcurrentHashMap<>();

    FakePeer(Habit habit) {
        this.habit = habit;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String does() {
        return "nothing that lasts";
    }

    @Override
    public void stock(String article, int units) {
        int change = habit == Habit.OVERSELLS ? 1 : habit == Habit.UNDERSELLS ? -1 : 0;
        left.put(article, new AtomicInteger(units + change));
        sold.put(article, new AtomicInteger());
    }

    @Override
    public Buyer buyer(String article) {
        return new Buyer() {
            @Override
            public Answer order(String member) throws IOException {
                if (habit == Habit.FAILS) {
                    return Answer.FAILED;
                }
                return sell(article) ? Answer.TAKEN : Answer.SOLD_OUT;
            }

            @Override
            public void close() {}
        };
    }

    private boolean sell(String article) throws IOException {
        AtomicInteger units = left.get(article);
        AtomicInteger orders = sold.get(article);
        if (units == null || orders == null) {
            throw new IOException(article + " was never put on sale");
        }
        boolean taken = units.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        orders.addAndGet(taken ? habit == Habit.BOOKS_MORE ? 2 : 1 : 0);
        return taken;
    }

    @Override
    public long sold(String article) {
        AtomicInteger orders = sold.get(article);
        return orders == null ? 0 : orders.get();
    }

    @Override
    public Duration cpu() {
        return Duration.ZERO;
    }

    @Override
    public void close() {}
}

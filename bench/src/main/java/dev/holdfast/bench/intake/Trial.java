package dev.holdfast.bench.intake;

import dev.holdfast.bench.intake.Peer.Answer;
import dev.holdfast.bench.intake.Peer.Buyer;
import dev.holdfast.bench.load.Latencies;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What is done to a peer: a number of clients that each order again as soon as they are answered, or a crowd
/// that presses at one instant.
final class Trial {
    private final Peer peer;
    private final AtomicInteger members = new AtomicInteger();
    private final String run;
    private int articles;

    /// @param run names articles and members apart from those of another run
    Trial(Peer peer, String run) {
        this.peer = peer;
        this.run = run;
    }

    Peer peer() {
        return peer;
    }

    /// What the buyers of one measurement counted.
    private static final class Count {
        private final Latencies latencies = new Latencies();
        private int taken;
        private int soldOut;
        private int failed;
    }

    /// @param number of the run, for the report
    Measured.Rate rate(int number, int clients, int warmUpSeconds, int seconds, int units)
            throws IOException, SQLException, InterruptedException {
        String article = article();
        peer.stock(article, units);
        if (warmUpSeconds > 0) {
            drive(article, clients, warmUpSeconds);
        }
        long before = peer.sold(article);
        Duration cpu = peer.cpu();
        long began = System.nanoTime();
        Count count = drive(article, clients, seconds);
        double took = (System.nanoTime() - began) / 1e9;
        Duration used = peer.cpu().minus(cpu);
        return new Measured.Rate(
                peer.name(),
                number,
                clients,
                count.taken,
                count.soldOut,
                count.failed,
                count.taken / took,
                count.latencies.summary(),
                used.toNanos() / 1e3 / Math.max(1, count.taken),
                peer.sold(article) - before - count.taken);
    }

    private Count drive(String article, int clients, int seconds)
            throws IOException, SQLException, InterruptedException {
        var all = new Count();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = new ArrayList<Future<Count>>();
            for (int client = 0; client < clients; client++) {
                counts.add(threads.submit(() -> orderUntil(article, until)));
            }
            for (Future<Count> each : counts) {
                Count count = result(each);
                all.taken += count.taken;
                all.soldOut += count.soldOut;
                all.failed += count.failed;
                all.latencies.addAll(count.latencies);
            }
        }
        return all;
    }

    private Count orderUntil(String article, long until) throws IOException, SQLException {
        var count = new Count();
        while (System.nanoTime() < until) {
            try (Buyer buyer = peer.buyer(article)) {
                orderUntil(buyer, until, count);
            } catch (IOException brokenOff) {
                // A connection that broke, or on which no answer came for minutes; the client opens another.
                count.failed++;
            }
        }
        return count;
    }

    private void orderUntil(Buyer buyer, long until, Count count) throws IOException, SQLException {
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            String member = member();
            buyer.prepare(member);
            switch (buyer.order(member)) {
                case TAKEN -> {
                    count.taken++;
                    count.latencies.add(System.nanoTime() - now);
                }
                case SOLD_OUT -> count.soldOut++;
                case FAILED -> count.failed++;
            }
        }
    }

    Measured.Duels duels(int rounds, int buyers, int units) throws IOException, SQLException, InterruptedException {
        int oversold = 0;
        int undersold = 0;
        int failed = 0;
        long mostSold = 0;
        for (int round = 0; round < rounds; round++) {
            String article = article();
            peer.stock(article, units);
            List<Answer> answers = duel(article, buyers);
            long told = answers.stream().filter(Answer.TAKEN::equals).count();
            failed += (int) answers.stream().filter(Answer.FAILED::equals).count();
            long sold = Math.max(told, peer.sold(article));
            oversold += sold > units ? 1 : 0;
            undersold += sold < units ? 1 : 0;
            mostSold = Math.max(mostSold, sold);
        }
        return new Measured.Duels(peer.name(), rounds, buyers, units, oversold, undersold, mostSold, failed);
    }

    private List<Answer> duel(String article, int buyers) throws IOException, SQLException, InterruptedException {
        var ready = new CountDownLatch(buyers);
        var press = new CountDownLatch(1);
        var answers = new ArrayList<Answer>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressing = new ArrayList<Future<Answer>>();
            for (int number = 0; number < buyers; number++) {
                pressing.add(threads.submit(() -> press(article, ready, press)));
            }
            ready.await();
            press.countDown();
            for (Future<Answer> each : pressing) {
                answers.add(result(each));
            }
        }
        return answers;
    }

    /// A buyer whose connection breaks was told neither yes nor no.
    private Answer press(String article, CountDownLatch ready, CountDownLatch press)
            throws SQLException, InterruptedException {
        String member = member();
        Buyer buyer;
        try {
            buyer = peer.buyer(article);
            buyer.prepare(member);
        } catch (IOException brokenOff) {
            return Answer.FAILED;
        } finally {
            ready.countDown();
        }
        try (buyer) {
            press.await();
            return buyer.order(member);
        } catch (IOException brokenOff) {
            return Answer.FAILED;
        }
    }

    private String article() {
        return "a" + run + "-" + ++articles;
    }

    private String member() {
        return "m" + run + "-" + members.incrementAndGet();
    }

    private static <T> T result(Future<T> future) throws IOException, SQLException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException gone -> throw gone;
                case SQLException refused -> throw refused;
                case null, default -> throw new IllegalStateException("a buyer could not order", e);
            }
        }
    }
}

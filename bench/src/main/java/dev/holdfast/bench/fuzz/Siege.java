package dev.holdfast.bench.fuzz;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Sends requests over several connections at once and keeps what was wrong with the answers.
final class Siege {
    /// More would only hide the first ones.
    private static final int MAX_FAULTS = 60;

    private final InetSocketAddress server;
    private final Generator generator;
    private final Judge judge;
    private final World world;
    private final Map<String, Found> faults = new TreeMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<Integer, Long> pages = new TreeMap<>();
    private final Set<String> served = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    /// @param least the smallest request found that meets the same fault
    record Found(long number, Judge.Fault fault, Request request, Request least, Answer answer) {}

    Siege(InetSocketAddress server, Generator generator, Judge judge, World world) {
        this.server = server;
        this.generator = generator;
        this.judge = judge;
        this.world = world;
    }

    void send(long from, long to, int connections) throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong(from);
        List<Future<@Nullable Void>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                workers.add(pool.submit(() -> {
                    work(next, to);
                    return null;
                }));
            }
        }
        for (Future<@Nullable Void> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                throw new IOException("The server cannot be reached any more: " + failed.getCause(), failed);
            }
        }
    }

    private void work(AtomicLong next, long to) throws IOException {
        try (Wire wire = new Wire(server)) {
            for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                Request request = generator.make(number);
                Answer answer = wire.ask(request);
                world.hear(request, answer);
                count(request, answer);
                Judge.Fault fault = judge.fault(request, answer);
                if (fault != null && isNew(fault)) {
                    Request least = new Shrinker(wire, judge).shrunk(request, fault);
                    keep(new Found(number, fault, request, least, answer));
                }
            }
        }
    }

    private synchronized void count(Request request, Answer answer) {
        statuses.merge(answer.status(), 1L, Long::sum);
        Contract.Operation operation = request.operation();
        if (operation == null && !request.odd()) {
            pages.merge(answer.status(), 1L, Long::sum);
        }
        if (operation != null) {
            asked.add(operation.name());
            if (answer.status() >= 200 && answer.status() < 300 && !request.odd()) {
                served.add(operation.name());
            }
        }
    }

    private synchronized boolean isNew(Judge.Fault fault) {
        return faults.size() < MAX_FAULTS && !faults.containsKey(fault.key());
    }

    private synchronized void keep(Found found) {
        faults.putIfAbsent(found.fault().key(), found);
    }

    synchronized List<Found> faults() {
        return List.copyOf(faults.values());
    }

    /// How often each status was answered; 0: hung up on, -1: no answer in time, both to odd requests alone.
    synchronized Map<Integer, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    /// The same of pages alone, of requests that HTTP has nothing against.
    synchronized Map<Integer, Long> pages() {
        return new TreeMap<>(pages);
    }

    /// The operations that did what they are for at least once.
    synchronized Set<String> served() {
        return new TreeSet<>(served);
    }

    synchronized Set<String> asked() {
        return new TreeSet<>(asked);
    }
}

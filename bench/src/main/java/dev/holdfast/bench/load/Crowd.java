package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends a whole run over a fixed number of connections from one thread, and keeps the acknowledged log.
///
/// Two ways to arrive. *Saturating*: whenever a connection is free and nobody waits to pay, the next fan
/// orders; that finds the rate. *Open*: every order has its instant, set before the run, and its latency counts
/// from that instant even when no connection was free, so a stalled server cannot hide its stall.
///
/// A request without an answer (connection lost, 5xx) is sent again after a pause with the same key, as a fan
/// or a payment provider would, until the server has been silent for `PATIENCE`.
public final class Crowd {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE_WHEN_TOO_MANY = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long STANDSTILL = TimeUnit.SECONDS.toNanos(1);
    private static final long SHOW_EVERY = TimeUnit.MILLISECONDS.toNanos(250);

    private final Replies replies;
    private final Requests requests;
    private final Progress progress;
    private final int attempts;
    private final long @Nullable [] arrivals;
    private final Work work = new Work();
    private final PriorityQueue<Pause> pauses = new PriorityQueue<>(Comparator.comparingLong(Pause::until));
    private final Connections connections;
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 14);
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
    private final Bytes request = new Bytes();
    private int nextAttempt;
    private int underWay;
    private long lastAnswerAt;
    private long silentSince;
    private long started;
    private long standstill;

    /// A request to be sent again; its latency still counts from the instant it was first meant to leave.
    private record Pause(int ticket, long intendedNanos, long until) {}

    /// `arrivals` are nanoseconds after the start, one an attempt; null saturates.
    public Crowd(
            Script script,
            Requests requests,
            Acknowledged log,
            List<InetSocketAddress> servers,
            int connections,
            long @Nullable [] arrivals,
            Progress progress) {
        this.requests = requests;
        this.progress = progress;
        this.attempts = script.attempts();
        this.arrivals = arrivals;
        this.replies = new Replies(script, log, work, arrivals == null ? attempts : Arrivals.openingOrders(attempts));
        this.connections = new Connections(servers, connections);
    }

    /// Plays everything to its end.
    public Outcome play() throws IOException {
        try (Selector selector = Selector.open()) {
            started = System.nanoTime();
            lastAnswerAt = started;
            silentSince = started;
            long shown = started;
            long before = started;
            while (!finished()) {
                long now = System.nanoTime();
                noteStandstill(now - before);
                before = now;
                checkPatience(now);
                if (now - shown > SHOW_EVERY) {
                    shown = now;
                    progress.show(now - started, replies.log());
                }
                arrive(now);
                connections.open(selector, saturates() ? attempts : work.size(), now);
                sendAll(now);
                selector.select(this::ready, 1);
            }
            return replies.outcome(lastAnswerAt - started, standstill);
        } finally {
            connections.close();
        }
    }

    /// When this very loop stood still (a suspended machine, a starved core), its measurements are of that, and the
    /// server is not to blame for having been silent.
    private void noteStandstill(long nanos) {
        standstill = Math.max(standstill, nanos);
        if (nanos > STANDSTILL) {
            silentSince += nanos;
        }
    }

    private void checkPatience(long now) throws IOException {
        if (nothingAsked()) {
            silentSince = now;
        }
        if (now - silentSince > PATIENCE) {
            throw new IOException("for 60 s the server has done nothing it was asked for. " + replies.complaints());
        }
    }

    private boolean nothingAsked() {
        return underWay == 0 && work.isEmpty() && pauses.isEmpty();
    }

    private boolean finished() {
        return nextAttempt == attempts && nothingAsked();
    }

    /// Everybody whose instant has come joins those waiting for a connection.
    private void arrive(long now) {
        for (Pause pause = pauses.peek(); pause != null && pause.until() <= now; pause = pauses.peek()) {
            work.add(pause.ticket(), pause.intendedNanos());
            pauses.remove();
        }
        if (arrivals != null) {
            while (nextAttempt < attempts && started + arrivals[nextAttempt] <= now) {
                replies.arrives(nextAttempt, started + arrivals[nextAttempt]);
                nextAttempt++;
            }
        }
    }

    private boolean saturates() {
        return arrivals == null && nextAttempt < attempts;
    }

    private void sendAll(long now) {
        while (!connections.noneIdle()) {
            if (work.isEmpty()) {
                if (!saturates()) {
                    return;
                }
                replies.arrives(nextAttempt++, now);
            }
            int ticket = work.firstTicket();
            long intended = work.firstIntended();
            work.removeFirst();
            send(connections.take(), ticket, intended, now);
        }
    }

    private void send(Connection connection, int ticket, long intended, long now) {
        connection.ticket = ticket;
        connection.intendedNanos = intended;
        connection.sentNanos = now;
        connection.busy = true;
        underWay++;
        write(ticket, now);
        out.clear().put(request.array(), 0, request.length()).flip();
        try {
            connection.send(out);
        } catch (IOException e) {
            lost(connection, now);
        }
    }

    private void write(int ticket, long now) {
        int attempt = Work.attempt(ticket);
        request.clear();
        switch (Work.kind(ticket)) {
            case ORDER, RETRY -> {
                replies.log().sent(attempt, now);
                requests.order(request, attempt);
            }
            case PAY, PAY_AGAIN ->
                requests.payment(request, attempt, replies.log().order(attempt), System.currentTimeMillis() / 1_000);
            case CANCEL -> requests.cancel(request, attempt, replies.log().order(attempt));
        }
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        long now = System.nanoTime();
        if (key.isConnectable()) {
            connections.opened(connection, key, now);
            return;
        }
        try {
            if (connection.receive(in)) {
                answered(connection, now);
            }
        } catch (IOException e) {
            lost(connection, now);
        }
    }

    private void answered(Connection connection, long now) {
        underWay--;
        connection.busy = false;
        switch (replies.take(connection, now)) {
            case DONE -> {
                lastAnswerAt = now;
                silentSince = now;
            }
            case AGAIN -> pauseFor(PAUSE, connection, now);
            case TOO_MANY -> pauseFor(PAUSE_WHEN_TOO_MANY, connection, now);
        }
        if (connection.answer.closes()) {
            connections.gone(connection);
        } else {
            connection.answer.clear();
            connections.free(connection);
        }
    }

    private void pauseFor(long nanos, Connection connection, long now) {
        pauses.add(new Pause(connection.ticket, connection.intendedNanos, now + nanos));
    }

    /// The server hung up. What was under way is sent again.
    private void lost(Connection connection, long now) {
        boolean wasBusy = connection.busy;
        connections.gone(connection);
        if (wasBusy) {
            underWay--;
            replies.lost(connection);
            pauseFor(PAUSE, connection, now);
        }
    }
}

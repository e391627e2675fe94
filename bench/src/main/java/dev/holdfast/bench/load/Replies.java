package dev.holdfast.bench.load;

import dev.holdfast.bench.load.Outcome.Unexpected;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Judges each answer: what it acknowledges, and what the fan or the payment provider does next.
final class Replies {
    private final Script script;
    private final Acknowledged log;
    private final Work work;
    private final int opening;
    private final Latencies all = new Latencies();
    private final Latencies orders = new Latencies();
    private final Latencies payments = new Latencies();
    private final Latencies tail = new Latencies();
    private final Map<String, Unexpected> unexpected = new TreeMap<>();
    /// When a cancellation left that went unanswered: it may have been done then, and a conflict on its
    /// repetition means that it was.
    private final Map<Integer, Long> cancelledMaybe = new HashMap<>();

    private long answers;
    private long sentAgain;

    /// What to do with the request just answered.
    enum Verdict {
        DONE,
        AGAIN,
        TOO_MANY
    }

    /// Attempts from `opening` on came after an open run's opening and are timed apart.
    Replies(Script script, Acknowledged log, Work work, int opening) {
        this.script = script;
        this.log = log;
        this.work = work;
        this.opening = opening;
    }

    Acknowledged log() {
        return log;
    }

    /// A fan presses the button; a nervous one twice before any answer.
    void arrives(int attempt, long intended) {
        work.add(Work.ticket(Work.Kind.ORDER, attempt), intended);
        if (script.retriesAtOnce(attempt)) {
            work.add(Work.ticket(Work.Kind.RETRY, attempt), intended);
        }
    }

    Verdict take(Connection connection, long now) {
        answers++;
        int status = connection.answer.status();
        if (status >= 500 || status == 429) {
            sentAgain++;
            note(connection);
            return status == 429 ? Verdict.TOO_MANY : again(connection);
        }
        time(connection, now);
        int attempt = Work.attempt(connection.ticket);
        switch (Work.kind(connection.ticket)) {
            case ORDER, RETRY -> ordered(connection, attempt, now);
            case PAY -> paid(connection, attempt, now);
            case PAY_AGAIN -> {
                if (status != 204) {
                    note(connection);
                }
            }
            case CANCEL -> cancelled(connection, attempt, now);
        }
        return Verdict.DONE;
    }

    void lost(Connection connection) {
        sentAgain++;
        again(connection);
    }

    private Verdict again(Connection connection) {
        if (Work.kind(connection.ticket) == Work.Kind.CANCEL) {
            cancelledMaybe.putIfAbsent(Work.attempt(connection.ticket), connection.sentNanos);
        }
        return Verdict.AGAIN;
    }

    private void ordered(Connection connection, int attempt, long now) {
        Answer answer = connection.answer;
        if (answer.status() == 201 || answer.status() == 200) {
            boolean first = log.ordered(attempt, answer.bytes(), answer.bodyFrom(), answer.bodyTo(), now);
            if (first) {
                next(attempt, now);
            }
        } else if (answer.status() == 409 && answer.body().contains("sold_out")) {
            log.refused(attempt, connection.sentNanos, now);
        } else {
            note(connection);
        }
    }

    /// The order stands: press again out of nerves, pay, or do neither.
    private void next(int attempt, long now) {
        if (script.retriesLater(attempt)) {
            work.add(Work.ticket(Work.Kind.RETRY, attempt), now);
        }
        if (!script.neverPays(attempt)) {
            work.add(Work.ticket(Work.Kind.PAY, attempt), now);
        }
    }

    private void paid(Connection connection, int attempt, long now) {
        if (connection.answer.status() != 204) {
            note(connection);
            return;
        }
        log.paid(attempt, now);
        if (script.paidTwice(attempt)) {
            work.add(Work.ticket(Work.Kind.PAY_AGAIN, attempt), now);
        }
        if (script.cancels(attempt)) {
            work.add(Work.ticket(Work.Kind.CANCEL, attempt), now);
        }
    }

    private void cancelled(Connection connection, int attempt, long now) {
        int status = connection.answer.status();
        Long before = cancelledMaybe.get(attempt);
        if (status == 200 || (status == 409 && before != null)) {
            log.cancelled(attempt, before == null ? connection.sentNanos : before, now);
        } else {
            note(connection);
        }
    }

    private void time(Connection connection, long now) {
        long nanos = now - connection.intendedNanos;
        Work.Kind kind = Work.kind(connection.ticket);
        if (Work.attempt(connection.ticket) >= opening) {
            tail.add(nanos);
            return;
        }
        all.add(nanos);
        switch (kind) {
            case ORDER, RETRY -> orders.add(nanos);
            case PAY, PAY_AGAIN -> payments.add(nanos);
            case CANCEL -> {}
        }
    }

    private void note(Connection connection) {
        String kind = Work.kind(connection.ticket) + " " + connection.answer.status();
        Unexpected known = unexpected.get(kind);
        unexpected.put(
                kind,
                known == null
                        ? new Unexpected(1, connection.answer.body())
                        : new Unexpected(known.count() + 1, known.example()));
    }

    /// What the server answered instead of doing what it was asked for.
    String complaints() {
        return unexpected.isEmpty() ? "Maybe it has stopped." : "It answered: " + unexpected;
    }

    Outcome outcome(long nanos, long standstill) {
        return new Outcome(
                nanos,
                all.summary(),
                orders.summary(),
                payments.summary(),
                tail.summary(),
                answers,
                sentAgain,
                standstill / 1_000_000,
                Map.copyOf(unexpected));
    }
}

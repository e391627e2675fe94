package dev.holdfast.bench.load;

import java.util.Arrays;

/// Requests waiting for a free connection, first in first out, each with the instant it was meant to leave.
final class Work {
    private static final int KINDS = 8;

    private int[] tickets = new int[1 << 10];
    private long[] intended = new long[1 << 10];
    private int head;
    private int count;

    /// What a request is. A ticket joins it with the attempt's number, so that no object is made per request.
    enum Kind {
        ORDER(0),
        RETRY(1),
        PAY(2),
        PAY_AGAIN(3),
        CANCEL(4);

        private static final Kind[] BY_NUMBER = {ORDER, RETRY, PAY, PAY_AGAIN, CANCEL};
        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    static Kind kind(int ticket) {
        return Kind.BY_NUMBER[ticket % KINDS];
    }

    static int attempt(int ticket) {
        return ticket / KINDS;
    }

    static int ticket(Kind kind, int attempt) {
        return attempt * KINDS + kind.number;
    }

    void add(int ticket, long intendedNanos) {
        if (count == tickets.length) {
            grow();
        }
        int at = (head + count++) % tickets.length;
        tickets[at] = ticket;
        intended[at] = intendedNanos;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    int firstTicket() {
        return tickets[head];
    }

    long firstIntended() {
        return intended[head];
    }

    void removeFirst() {
        head = (head + 1) % tickets.length;
        count--;
    }

    private void grow() {
        int[] moreTickets = Arrays.copyOf(tickets, count * 2);
        long[] moreIntended = Arrays.copyOf(intended, count * 2);
        for (int i = 0; i < count; i++) {
            moreTickets[i] = tickets[(head + i) % tickets.length];
            moreIntended[i] = intended[(head + i) % tickets.length];
        }
        tickets = moreTickets;
        intended = moreIntended;
        head = 0;
    }
}

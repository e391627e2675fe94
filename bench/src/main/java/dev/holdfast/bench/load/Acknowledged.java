package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.holdfast.bench.check.Attempt;
import dev.holdfast.bench.check.Span;
import dev.holdfast.bench.check.Told;
import dev.holdfast.bench.check.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rehearsal's own log of everything the server acknowledged, in arrays, one entry an attempt.
///
/// It is what the book is held against afterwards, so nothing in it comes from anywhere but an answer.
public final class Acknowledged {
    private static final byte[] ID = ascii("\"id\"");
    private static final byte[] POSITION = ascii("\"position\"");
    private static final byte[] RANK = ascii("\"rank\"");
    private static final byte[] FROM = ascii("\"from\"");
    private static final byte[] TO = ascii("\"to\"");

    private final byte[] @Nullable [] orders;
    private final int[] positions;
    private final int[] ranks;
    private final int[] from;
    private final int[] to;
    private final long[] firstSent;
    private final long[] answered;
    private final long[] paid;
    private final Map<Integer, Span> cancels = new HashMap<>();
    private final Map<Integer, List<Told>> toldOtherwise = new HashMap<>();
    private final Map<Integer, List<Span>> refusals = new HashMap<>();
    private int ordersCount;
    private int paidCount;

    public Acknowledged(int attempts) {
        orders = new byte[attempts][];
        positions = new int[attempts];
        ranks = new int[attempts];
        from = new int[attempts];
        to = new int[attempts];
        firstSent = new long[attempts];
        answered = new long[attempts];
        paid = new long[attempts];
    }

    void sent(int attempt, long now) {
        if (firstSent[attempt] == 0) {
            firstSent[attempt] = now;
        }
    }

    /// Takes the answer to an order or to its retry. True when it is the first that this key got.
    boolean ordered(int attempt, byte[] json, int start, int end, long now) {
        byte[] id = Json.text(json, start, end, ID);
        if (id == null) {
            throw new IllegalStateException(
                    "an accepted order's answer has no id: " + new String(json, start, end - start, US_ASCII));
        }
        int position = (int) Json.number(json, start, end, POSITION);
        int rank = (int) Json.number(json, start, end, RANK);
        int first = Json.date(json, start, end, FROM);
        int last = Json.date(json, start, end, TO);
        byte[] known = orders[attempt];
        if (known != null) {
            Told told = told(id, position, rank, first, last);
            if (!told.equals(told(known, positions[attempt], ranks[attempt], from[attempt], to[attempt]))) {
                toldOtherwise.computeIfAbsent(attempt, a -> new ArrayList<>()).add(told);
            }
            return false;
        }
        orders[attempt] = id;
        positions[attempt] = position;
        ranks[attempt] = rank;
        from[attempt] = first;
        to[attempt] = last;
        answered[attempt] = now;
        ordersCount++;
        return true;
    }

    void refused(int attempt, long sent, long now) {
        refusals.computeIfAbsent(attempt, a -> new ArrayList<>()).add(new Span(sent, now));
    }

    void paid(int attempt, long now) {
        if (paid[attempt] == 0) {
            paid[attempt] = now;
            paidCount++;
        }
    }

    void cancelled(int attempt, long sent, long now) {
        cancels.put(attempt, new Span(sent, now));
    }

    byte[] order(int attempt) {
        byte[] order = orders[attempt];
        if (order == null) {
            throw new IllegalStateException("attempt " + attempt + " has no acknowledged order");
        }
        return order;
    }

    public int orders() {
        return ordersCount;
    }

    public int paid() {
        return paidCount;
    }

    /// Attempts turned away at least once as sold out.
    public int refused() {
        return refusals.size();
    }

    /// When each payment was acknowledged, in order of time: the curve of the run.
    public long[] paidNanos() {
        return Arrays.stream(paid).filter(nanos -> nanos != 0).sorted().toArray();
    }

    /// The log as the checker reads it.
    public List<Attempt> attempts(Script script, Showroom showroom) {
        var attempts = new ArrayList<Attempt>(orders.length);
        for (int attempt = 0; attempt < orders.length; attempt++) {
            byte[] order = orders[attempt];
            var told = new ArrayList<Told>(1);
            if (order != null) {
                told.add(told(order, positions[attempt], ranks[attempt], from[attempt], to[attempt]));
            }
            told.addAll(toldOtherwise.getOrDefault(attempt, List.of()));
            attempts.add(new Attempt(
                    script.member(attempt),
                    script.key(attempt),
                    showroom.offers().get(script.offer(attempt)).id(),
                    showroom.regions().get(script.region(attempt)).id(),
                    new Span(firstSent[attempt], answered[attempt]),
                    told,
                    refusals.getOrDefault(attempt, List.of()),
                    paid[attempt] != 0,
                    cancels.get(attempt)));
        }
        return attempts;
    }

    private static Told told(byte[] order, int position, int rank, int from, int to) {
        Window window = from == Json.NONE ? null : new Window(date(from), date(to));
        return new Told(new String(order, US_ASCII), position, rank, window);
    }

    private static LocalDate date(int digits) {
        return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}

package dev.holdfast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.bench.check.Book;
import dev.holdfast.bench.check.BookOrder;
import dev.holdfast.bench.check.Curve;
import dev.holdfast.bench.check.Window;
import dev.holdfast.bench.load.Showroom;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// The smallest server that keeps the contract for one launch, in memory and under one lock, and can be told to
/// break it. It lets the generator and the checker meet each other without a database.
final class FakeHoldfast implements AutoCloseable {
    private static final Pattern STRING = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");
    private static final LocalDate THIS_WEEK = Round.thisWeek();

    private final HttpServer server;
    private final Showroom showroom;
    private final Map<String, BookOrder> byKey = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, LocalDate> lastWeeks = new HashMap<>();
    private final List<BookOrder> booked = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private int requests;

    /// Every so many requests one is answered with 503 instead of being done; 0 never.
    int busyEvery;
    /// Every so many requests one is done and its answer lost with the connection; 0 never.
    int hangUpEvery;
    /// Whether each cancellation is done and its first answer lost.
    boolean losesCancellations;
    /// Every so many orders one is acknowledged and forgotten; 0 never.
    int forgetEvery;
    /// Whether the curve of supply is looked at; else everybody gets in.
    boolean refuses = true;

    FakeHoldfast(Showroom showroom) throws IOException {
        this.showroom = showroom;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    synchronized Book book() {
        return new Book(
                booked.stream()
                        .map(order -> byKey.getOrDefault(keys.getOrDefault(order.id(), ""), order))
                        .toList(),
                List.of());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        boolean hangUp;
        Reply reply;
        synchronized (this) {
            requests++;
            hangUp = (hangUpEvery > 0 && requests % hangUpEvery == 0)
                    || (losesCancellations && path.endsWith("/cancel") && lost.add(path));
            if (busyEvery > 0 && requests % busyEvery == 0) {
                reply = new Reply(503, "{}");
            } else if (path.endsWith("/orders")) {
                reply = order(member(exchange), exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
            } else {
                reply = path.endsWith("/cancel") ? cancel(path.replaceAll(".*/orders/|/cancel", "")) : pay(body);
            }
        }
        if (hangUp) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, String body) {}

    private Reply order(String member, String key, String body) {
        BookOrder known = byKey.get(key);
        if (known != null) {
            return new Reply(200, json(known));
        }
        String offer = field(body, "offer");
        Curve curve = showroom.offers().stream()
                .filter(candidate -> candidate.id().equals(offer))
                .findFirst()
                .orElseThrow()
                .supply();
        long rank = 1
                + book().orders().stream()
                        .filter(order ->
                                order.offer().equals(offer) && !order.state().equals("CANCELLED"))
                        .count();
        LocalDate week = curve.reaching(refuses ? rank : Math.min(rank, curve.total()));
        if (week == null) {
            return new Reply(409, "{\"code\":\"sold_out\"}");
        }
        BookOrder order = booked(member, offer, field(body, "region"), rank, week);
        byKey.put(key, order);
        keys.put(order.id(), key);
        if (forgetEvery == 0 || order.position() % forgetEvery != 0) {
            booked.add(order);
        }
        return new Reply(201, json(order));
    }

    private BookOrder booked(String member, String offer, String region, long rank, LocalDate reached) {
        LocalDate week = lastWeeks.merge(
                offer, reached.isAfter(THIS_WEEK) ? reached : THIS_WEEK, (a, b) -> a.isAfter(b) ? a : b);
        LocalDate from = week.plusWeeks(region.equals("south") ? 1 : 0);
        long position = byKey.size() + 1L;
        return new BookOrder(
                "order-" + position, member, offer, region, position, rank, "HELD", new Window(from, from.plusDays(6)));
    }

    private Reply pay(String body) {
        return to(field(body, "order"), "PLACED", 204);
    }

    private Reply cancel(String order) {
        return to(order, "CANCELLED", 200);
    }

    private Reply to(String id, String state, int status) {
        String key = keys.get(id);
        if (key == null) {
            return new Reply(404, "{}");
        }
        BookOrder order = byKey.get(key);
        if (order != null && order.state().equals("CANCELLED") && state.equals("CANCELLED")) {
            return new Reply(409, "{\"code\":\"wrong_state\"}");
        }
        if (order != null && !order.state().equals("CANCELLED")) {
            byKey.put(key, with(order, state));
        }
        return new Reply(status, "");
    }

    private static BookOrder with(BookOrder order, String state) {
        return new BookOrder(
                order.id(),
                order.member(),
                order.offer(),
                order.region(),
                order.position(),
                order.rank(),
                state,
                order.promise());
    }

    private static String json(BookOrder order) {
        Window promise = order.promise();
        return "{\"id\":\"" + order.id() + "\",\"position\":" + order.position() + ",\"rank\":" + order.rank()
                + ",\"promise\":"
                + (promise == null ? "null" : "{\"from\":\"" + promise.from() + "\",\"to\":\"" + promise.to() + "\"}")
                + "}";
    }

    private static String member(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization").replaceAll("^[^.]*\\.|\\.[^.]*$", "");
        return field(new String(Base64.getUrlDecoder().decode(token), UTF_8), "sub");
    }

    private static String field(String json, String name) {
        return STRING.matcher(json)
                .results()
                .filter(match -> match.group(1).equals(name))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

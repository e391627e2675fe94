package dev.holdfast.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One launch of a test's own on the running server, and what fans, the operator and the payment provider do to it.
///
/// The world that every test knows: offers `pro` (deposit 5,000.00) and `max` (deposit 7,000.00), regions `north` (no
/// transit) and `south` (two weeks), one order per member, 15 minutes to pay, a week until an order locks; UTC. It
/// opened a minute ago.
final class Opening {
    static final long PRO_DEPOSIT = 500_000;
    static final long MAX_DEPOSIT = 700_000;
    static final Duration PAY_WITHIN = Duration.ofMinutes(15);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final RunningServer server;
    final String slug;
    final Map<String, Object> definition;

    private Opening(RunningServer server) {
        this(server, "opening-" + NUMBER.incrementAndGet(), world(server.clock().instant()));
    }

    private Opening(RunningServer server, String slug, Map<String, Object> definition) {
        this.server = server;
        this.slug = slug;
        this.definition = definition;
    }

    /// The same launch, through another instance's door.
    Opening through(RunningServer instance) {
        return new Opening(instance, slug, definition);
    }

    /// The launch as everybody knows it, with nothing to deliver yet.
    static Opening on(RunningServer server) {
        Opening opening = new Opening(server);
        opening.define().is(201);
        return opening;
    }

    /// The same with other terms: `with(server, "limitPerMember", 3, "beyondSupply", "waitlist")`.
    static Opening with(RunningServer server, @Nullable Object... changes) {
        Opening opening = new Opening(server);
        opening.set(changes);
        opening.define().is(201);
        return opening;
    }

    private static Map<String, Object> world(Instant now) {
        Map<String, Object> world = new LinkedHashMap<>();
        world.put("name", Map.of("en", "Car", "zh", "车"));
        world.put("opensAt", now.minus(Duration.ofMinutes(1)).toString());
        world.put("currency", "CNY");
        world.put("limitPerMember", 1);
        world.put("payWithin", PAY_WITHIN.toString());
        world.put("lockAfter", "P7D");
        world.put("beyondSupply", "refuse");
        world.put("regions", List.of(region("north", 0), region("south", 2)));
        world.put("offers", List.of(offer("pro", 27_990_000, PRO_DEPOSIT), offer("max", 32_990_000, MAX_DEPOSIT)));
        return world;
    }

    static Map<String, Object> region(String id, int transitWeeks) {
        return Map.of("id", id, "name", Map.of("en", id), "transitWeeks", transitWeeks);
    }

    static Map<String, Object> offer(String id, long price, long deposit) {
        return Map.of("id", id, "name", Map.of("en", id), "price", price, "deposit", deposit);
    }

    void set(@Nullable Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            String name = String.valueOf(changes[i]);
            @Nullable Object value = changes[i + 1];
            if (value == null) {
                definition.remove(name);
            } else {
                definition.put(name, value);
            }
        }
    }

    Reply define() {
        return server.put(operatorPath("")).byOperator().json(definition).send();
    }

    /// Puts a supply in force: rows such as `pro,2027-01-04,2`.
    Opening supplied(String... rows) {
        supply(rows).is(200);
        return this;
    }

    Reply supply(String... rows) {
        String file = "offer,week,quantity\n" + String.join("\n", rows) + "\n";
        return server.put(operatorPath("/supply"))
                .byOperator()
                .body("text/csv", file)
                .send();
    }

    Reply look() {
        return server.get("/api/v1/launches/" + slug).send();
    }

    /// Waits until the published plan's odds are there: they are looked at after everything somebody waits for.
    void awaitOdds() {
        Instant end = Instant.now().plusSeconds(30);
        Call look = server.get("/api/v1/launches/" + slug).byOperator();
        while (look.send().node("/offers/0/odds").isNull() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    Reply line() {
        return server.get("/api/v1/launches/" + slug + "/line").send();
    }

    Reply operator(String act) {
        return server.post(operatorPath("/" + act)).byOperator().send();
    }

    Reply page(String query) {
        return server.get(operatorPath("/orders" + query)).byOperator().send();
    }

    String operatorPath(String rest) {
        return "/api/v1/operator/launches/" + slug + rest;
    }

    /// A wish with a key of its own, without the sending.
    Call wish(String member, Map<String, Object> wish) {
        return wish(member, "key-" + UUID.randomUUID(), wish);
    }

    Call wish(String member, String key, Map<String, Object> wish) {
        return server.post("/api/v1/launches/" + slug + "/orders")
                .by(member)
                .key(key)
                .json(wish);
    }

    Reply order(String member, String offer) {
        return wish(member, Map.of("offer", offer)).send();
    }

    /// Orders and gives the order's id.
    String held(String member, String offer) {
        return String.valueOf(order(member, offer).is(201).at("/id"));
    }

    /// Orders, pays and gives the order's id.
    String placed(String member, String offer) {
        String id = held(member, offer);
        pay(id, deposit(offer)).is(204);
        return id;
    }

    String locked(String member, String offer) {
        String id = placed(member, offer);
        act(member, id, "lock").is(200);
        return id;
    }

    static long deposit(String offer) {
        return offer.equals("pro") ? PRO_DEPOSIT : MAX_DEPOSIT;
    }

    Reply order(String id) {
        return server.get("/api/v1/orders/" + id).byOperator().send();
    }

    Reply act(String member, String id, String act) {
        return server.post("/api/v1/orders/" + id + "/" + act).by(member).send();
    }

    Reply act(String member, String id, String act, Map<String, Object> body) {
        return server.post("/api/v1/orders/" + id + "/" + act)
                .by(member)
                .json(body)
                .send();
    }

    Reply change(String member, String id, String offer) {
        return act(member, id, "change", Map.of("offer", offer));
    }

    Reply pay(String id, long amount) {
        return pay(id, "pay-" + UUID.randomUUID(), amount);
    }

    Reply pay(String id, String payment, long amount) {
        return server.event(paid(id, payment, amount));
    }

    static Map<String, Object> paid(String id, String payment, long amount) {
        return report("payment.succeeded", id, payment, amount);
    }

    static Map<String, Object> report(String type, String id, String payment, long amount) {
        return Map.of("type", type, "order", id, "payment", payment, "amount", amount, "currency", "CNY");
    }

    /// Lets so much time pass, and what the clock does with it be done.
    void later(Duration by) {
        server.clock().forward(by);
        server.sweep(slug);
    }

    @Nullable
    String state(String id) {
        return order(id).at("/state");
    }
}

package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.web.PaperLine.PaperOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One launch played at random on the server and on paper at once.
final class Play {
    private static final List<String> OFFERS = List.of("pro", "max");
    private static final int LIMIT = 3;
    private static final int MEMBERS = 14;

    private final RunningServer server;
    private final Random random;
    private final @Nullable String terms;
    private final Opening opening;
    private final PaperLine paper;
    private final Map<String, Map<String, Long>> money = new HashMap<>();
    private int acts;

    Play(RunningServer server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        boolean refuse = random.nextBoolean();
        boolean keepsPosition = random.nextBoolean();
        this.terms = random.nextBoolean() ? "v1" : null;
        this.paper = new PaperLine(refuse, keepsPosition);
        this.opening = Opening.with(
                server,
                "limitPerMember",
                LIMIT,
                "beyondSupply",
                refuse ? "refuse" : "waitlist",
                "changeKeepsPosition",
                keepsPosition,
                "termsVersion",
                terms);
        resupply();
    }

    int acts() {
        return acts;
    }

    int placed() {
        return paper.orders.size();
    }

    void act(int times) {
        while (acts < times) {
            acts++;
            int dice = random.nextInt(100);
            if (dice < 38 || paper.orders.isEmpty()) {
                order();
            } else if (dice < 62) {
                pay(any());
            } else if (dice < 74) {
                cancel(any());
            } else if (dice < 79) {
                lock(any());
            } else if (dice < 90) {
                change(any());
            } else if (dice < 96) {
                later();
            } else {
                resupply();
            }
            compareQuotes();
        }
    }

    private Instant now() {
        return server.clock().instant();
    }

    private PaperOrder any() {
        // The latest are where most happens.
        int back = Math.min(paper.orders.size() - 1, (int) Math.abs(random.nextGaussian() * 8));
        return paper.orders.get(paper.orders.size() - 1 - back);
    }

    private String anyOffer() {
        return OFFERS.get(random.nextInt(OFFERS.size()));
    }

    private void order() {
        String member = opening.slug + "-fan-" + random.nextInt(MEMBERS);
        String offer = anyOffer();
        boolean south = random.nextInt(3) == 0;
        Map<String, Object> wish = new HashMap<>(Map.of("offer", offer, "region", south ? "south" : "north"));
        if (terms != null) {
            wish.put("acceptTerms", terms);
        }
        Reply reply = opening.wish(member, wish).send();
        if (paper.liveOf(member) >= LIMIT) {
            reply.refused(409, "member_limit_reached");
        } else if (paper.soldOut(offer, now())) {
            reply.refused(409, "sold_out");
        } else {
            Instant payBefore = now().plus(Opening.PAY_WITHIN);
            String id = String.valueOf(reply.is(201).at("/id"));
            PaperOrder order = new PaperOrder(id, member, south ? 2 : 0, payBefore, terms);
            paper.place(order, offer, now());
            compare(order, reply.json());
            assertEquals(payBefore.toString(), reply.at("/payBefore"));
        }
    }

    private void pay(PaperOrder order) {
        long amount = random.nextInt(10) == 0 ? order.deposit + 1 : order.deposit;
        Reply reply = opening.pay(order.id, "pay-" + UUID.randomUUID(), amount);
        if (amount != order.deposit) {
            reply.is(202);
            book(order, "UNMATCHED", amount);
            return;
        }
        reply.is(204);
        boolean again = order.state.equals("EXPIRED")
                && paper.quote(order.offer, now()) != null
                && paper.liveOf(order.member) < LIMIT;
        if (order.state.equals("HELD") || again) {
            paper.pay(order, now());
            book(order, "HELD", amount);
        } else {
            book(order, "GIVEN_BACK", amount);
        }
    }

    private void cancel(PaperOrder order) {
        boolean forfeit = random.nextBoolean();
        Reply reply = opening.act(order.member, order.id, "cancel", Map.of("forfeit", forfeit));
        if (!order.live()) {
            reply.refused(409, "wrong_state");
        } else if (!order.state.equals("HELD") && order.consent.mayLeave(now())) {
            reply.is(200);
            book(order, "HELD", -order.deposit);
            book(order, "GIVEN_BACK", order.deposit);
            paper.leave(order, "CANCELLED");
        } else if (order.frozen() && !forfeit) {
            reply.refused(409, "confirm_forfeit");
        } else {
            reply.is(200);
            if (!order.state.equals("HELD")) {
                book(order, "HELD", -order.deposit);
                book(order, order.frozen() ? "FORFEITED" : "GIVEN_BACK", order.deposit);
            }
            paper.leave(order, "CANCELLED");
        }
    }

    private void lock(PaperOrder order) {
        Reply reply = opening.act(order.member, order.id, "lock");
        if (order.state.equals("PLACED")) {
            reply.is(200);
            order.state = "LOCKED";
        } else {
            reply.refused(409, "wrong_state");
        }
    }

    private void change(PaperOrder order) {
        String offer = anyOffer();
        Reply preview = server.post("/api/v1/orders/" + order.id + "/change?preview=true")
                .by(order.member)
                .json(Map.of("offer", offer))
                .send();
        Reply reply = opening.change(order.member, order.id, offer);
        assertEquals(reply.status(), preview.status(), preview.text());
        if (!order.state.equals("HELD") && !order.state.equals("PLACED")) {
            reply.refused(409, "wrong_state");
        } else if (offer.equals(order.offer)) {
            compare(order, reply.is(200).json());
        } else if (paper.soldOut(offer, now())) {
            reply.refused(409, "sold_out");
        } else {
            paper.change(order, offer, now());
            compare(order, reply.is(200).json());
            assertEquals(reply.at("/promise"), preview.at("/promise"));
            assertEquals(reply.at("/rank"), preview.at("/rank"));
        }
    }

    private void later() {
        Duration by = random.nextInt(4) == 0
                ? Duration.ofDays(1 + random.nextInt(20))
                : Duration.ofMinutes(1 + random.nextInt(20));
        opening.later(by);
        for (PaperOrder silent : paper.sweep(now())) {
            book(silent, "HELD", -silent.deposit);
            book(silent, "GIVEN_BACK", silent.deposit);
        }
    }

    private void resupply() {
        Map<String, NavigableMap<LocalDate, Long>> units = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (String offer : OFFERS) {
            NavigableMap<LocalDate, Long> weeks = new TreeMap<>();
            LocalDate week = PaperLine.weekOf(now()).minusWeeks(2);
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                week = week.plusWeeks(1 + random.nextInt(3));
                long quantity = random.nextInt(8);
                weeks.put(week, quantity);
                rows.add(offer + "," + week + "," + quantity);
            }
            units.put(offer, weeks);
        }
        opening.supplied(rows.toArray(String[]::new));
        paper.resupply(units, now());
    }

    private void book(PaperOrder order, String account, long amount) {
        Map<String, Long> balances = money.computeIfAbsent(order.id, id -> new TreeMap<>());
        balances.merge(account, amount, Long::sum);
        balances.values().removeIf(balance -> balance == 0);
    }

    private static void compare(PaperOrder order, JsonNode told) {
        assertEquals(order.offer, told.get("offer").asString());
        assertEquals(order.position, told.get("position").longValue(), "position of " + order.id);
        assertEquals(order.rank, told.get("rank").longValue(), "rank of " + order.id);
        assertEquals(order.state, told.get("state").asString());
        JsonNode promise = told.get("promise");
        String from = promise.isNull() ? null : promise.get("from").asString();
        assertEquals(order.from(), from, "promise of " + order.id);
    }

    /// The window anybody sees now is the window that the next order would get.
    private void compareQuotes() {
        Reply launch = opening.look();
        for (int i = 0; i < OFFERS.size(); i++) {
            String offer = OFFERS.get(i);
            LocalDate week = paper.quote(offer, now());
            Long none = paper.refuses() ? Long.valueOf(0) : null;
            Long remaining = week == null ? none : Long.valueOf(paper.units(offer) - paper.live(offer));
            JsonNode told = launch.node("/offers/" + i);
            assertEquals(String.valueOf(remaining), told.get("remaining").toString(), offer);
            assertEquals(String.valueOf(week), told.at("/promises/north/from").asString("null"), offer);
            String south = week == null ? "null" : week.plusWeeks(2).toString();
            assertEquals(south, told.at("/promises/south/from").asString("null"), offer);
        }
    }

    /// Every order, every unit of money, and the line's own count.
    void compareEverything() {
        List<PaperOrder> byPosition = paper.orders.stream()
                .sorted(Comparator.comparingLong(order -> order.position))
                .toList();
        JsonNode told = opening.page("?limit=1000").json().get("orders");
        assertEquals(byPosition.size(), told.size());
        for (int i = 0; i < byPosition.size(); i++) {
            PaperOrder order = byPosition.get(i);
            assertEquals(order.id, told.get(i).get("id").asString());
            compare(order, told.get(i));
            assertEquals(money.getOrDefault(order.id, Map.of()), Ledger.ofOrder(server, order.id), order.id);
        }
        Reply line = opening.line();
        assertEquals(paper.positions, line.number("/positions"));
        for (String state : List.of("held", "placed", "locked")) {
            assertEquals(count(state), line.number("/" + state), state);
        }
    }

    private long count(String state) {
        return paper.orders.stream()
                .filter(order -> order.state.equalsIgnoreCase(state))
                .count();
    }
}

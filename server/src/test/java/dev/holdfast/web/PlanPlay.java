package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.web.PaperParts.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One launch with bills played at random at the doors of two instances, and judged after each act by what was said on
/// paper.
final class PlanPlay {
    private static final int LIMIT = 3;
    private static final int MEMBERS = 18;
    private static final int WEEKS = 60;

    private final Random random;
    private final PlayedLine line;
    private final PaperParts parts;
    private final Suppliers suppliers;
    private final PlayedPlant plant;
    private final PlanRules rules;
    private final boolean refuses;
    private final boolean keepsPosition;
    private final @Nullable String terms;
    private final Map<Long, Set<String>> previews = new HashMap<>();
    private final List<Long> published = new ArrayList<>();
    private Known inForce;
    private LocalDate start;
    private LocalDate floor;
    private int acts;
    private int moved;

    PlanPlay(RunningServer here, RunningServer there, long seed) {
        this.random = new Random(seed);
        this.refuses = random.nextBoolean();
        this.keepsPosition = random.nextBoolean();
        this.terms = random.nextBoolean() ? "v1" : null;
        this.parts = new PaperParts(random.nextBoolean() ? Integer.valueOf(1 + random.nextInt(3)) : null);
        Opening opening = Opening.with(
                here,
                "limitPerMember",
                LIMIT,
                "beyondSupply",
                refuses ? "refuse" : "waitlist",
                "changeKeepsPosition",
                keepsPosition,
                "termsVersion",
                terms,
                "offers",
                PaperParts.OFFERS.stream()
                        .map(offer -> Opening.offer(offer, 20_000_000, Opening.deposit(offer)))
                        .toList());
        this.line = new PlayedLine(List.of(opening, opening.through(there)));
        this.suppliers = new Suppliers(line.doors, random, parts);
        this.plant = new PlayedPlant(line, parts);
        this.rules = new PlanRules(line, parts);
        suppliers.begin();
        this.inForce = parts.known();
        this.start = PaperLine.weekOf(now());
        this.floor = start;
        preview();
        publish(previews.keySet().iterator().next());
    }

    int acts() {
        return acts;
    }

    int published() {
        return published.size();
    }

    /// Orders that have their unit.
    long finished() {
        return plant.finished();
    }

    /// Windows that plans moved.
    int moved() {
        return moved;
    }

    void act(int times) {
        while (acts < times) {
            acts++;
            int dice = random.nextInt(100);
            if (dice < 30 || line.orders.isEmpty()) {
                order();
            } else if (dice < 46) {
                pay(any());
            } else if (dice < 55) {
                cancel(any());
            } else if (dice < 61) {
                lock(any());
            } else if (dice < 66) {
                change(any());
            } else if (dice < 70) {
                later();
            } else if (dice < 73) {
                build();
            } else if (dice < 78) {
                suppliers.act();
                line.read(Set.of());
            } else if (dice < 90) {
                preview();
            } else {
                publish(anyRun());
            }
            compare();
        }
        line.orders.values().forEach(order -> line.doors.forEach(door -> line.readWindows(order, door)));
        line.count();
    }

    private Instant now() {
        return line.doors.getFirst().server.clock().instant();
    }

    private Opening door() {
        return line.doors.get(random.nextInt(line.doors.size()));
    }

    private PlayedOrder any() {
        List<PlayedOrder> orders = List.copyOf(line.orders.values());
        int back = Math.min(orders.size() - 1, (int) Math.abs(random.nextGaussian() * 10));
        return orders.get(orders.size() - 1 - back);
    }

    /// What both instances say, and that all of it can be built.
    private void compare() {
        JsonNode offers = line.offers();
        assertEquals(List.of(), wrong("", "none", 0), "promised what is not there");
        for (int number = 0; number < offers.size(); number++) {
            String offer = PaperParts.OFFERS.get(number);
            String quoted = offers.get(number).at("/promises/north/from").asString("none");
            assertEquals(List.of(), wrong(offer, quoted, quoted.equals("none") ? 0 : 1), "quoted what is not there");
            boolean exact = parts.hall == null
                    && !plant.isAnybodyEarly()
                    && line.live().stream().noneMatch(order -> order.from().equals("none"));
            if (exact) {
                String last = start.plusWeeks(WEEKS).toString();
                int remaining = offers.get(number).get("remaining").asInt(0);
                assertEquals(List.of(), wrong(offer, last, remaining), offer + " has fewer left than " + remaining);
                assertNotEquals(List.of(), wrong(offer, last, remaining + 1), offer + " has more left: " + remaining);
                assertEquals(remaining == 0, quoted.equals("none"), offer);
            }
        }
    }

    /// What is wrong when so many more are promised of an offer.
    private List<String> wrong(String offer, String week, int more) {
        List<PaperParts.Unit> units = line.units(plant.there());
        for (int unit = 0; unit < more; unit++) {
            units.add(new PaperParts.Unit(offer, LocalDate.parse(week)));
        }
        return parts.wrong(inForce, units, start, floor);
    }

    /// Something happened to this order, at this door, and to nobody else.
    private void happened(PlayedOrder order) {
        previews.values().forEach(knew -> knew.remove(order.id));
        line.read(Set.of(order.id));
        line.readWindows(order, door());
    }

    private void order() {
        String member = line.doors.getFirst().slug + "-fan-" + random.nextInt(MEMBERS);
        int offer = random.nextInt(PaperParts.OFFERS.size());
        String region = random.nextInt(3) == 0 ? "south" : "north";
        Map<String, Object> wish = new HashMap<>(Map.of("offer", PaperParts.OFFERS.get(offer), "region", region));
        if (terms != null) {
            wish.put("acceptTerms", terms);
        }
        String quoted =
                line.offers().get(offer).at("/promises/" + region + "/from").asString("none");
        Reply reply = door().wish(member, wish).send();
        if (line.liveOf(member) >= LIMIT) {
            reply.refused(409, "member_limit_reached");
        } else if (refuses && quoted.equals("none")) {
            reply.refused(409, "sold_out");
        } else {
            PlayedOrder order = new PlayedOrder(
                    member, region, ++line.entries, reply.is(201).json());
            assertEquals(quoted, order.from(), "what was quoted is what is given");
            line.orders.put(order.id, order);
            happened(order);
        }
    }

    private void pay(PlayedOrder order) {
        String was = order.state();
        long deposit = order.told.at("/deposit/amount").asLong();
        boolean wrong = random.nextInt(10) == 0;
        door().pay(order.id, "pay-" + UUID.randomUUID(), wrong ? deposit + 1 : deposit)
                .is(wrong ? 202 : 204);
        order.paid += wrong ? deposit + 1 : deposit;
        happened(order);
        if (!was.equals(order.state())) {
            order.deposit = deposit;
            order.entered = was.equals("EXPIRED") ? ++line.entries : order.entered;
        }
        assertTrue(wrong || !order.state().equals("HELD"), "paid and still held");
    }

    private void cancel(PlayedOrder order) {
        String was = order.state();
        Reply reply = door().act(order.member, order.id, "cancel", Map.of("forfeit", random.nextBoolean()));
        if (reply.status() == 200) {
            happened(order);
            assertEquals("CANCELLED", order.state());
        } else {
            reply.refused(409, was.equals("LOCKED") ? "confirm_forfeit" : "wrong_state");
        }
    }

    private void lock(PlayedOrder order) {
        Reply reply = door().act(order.member, order.id, "lock");
        if (order.state().equals("PLACED")) {
            reply.is(200);
            happened(order);
            assertEquals("LOCKED", order.state());
            give();
        } else {
            reply.refused(409, "wrong_state");
        }
    }

    private void build() {
        plant.build(PaperParts.OFFERS.get(random.nextInt(PaperParts.OFFERS.size())), door());
        give();
    }

    /// Whoever is locked and first gets what is there.
    private void give() {
        if (plant.hasBuilt()) {
            door().operator("allocation").is(200);
            readStates();
        }
    }

    /// Whose state changed is not as a plan that was computed before knew them.
    private void readStates() {
        Map<String, String> before = new HashMap<>();
        line.orders.values().forEach(order -> before.put(order.id, order.state()));
        line.read(Set.of());
        for (PlayedOrder order : line.orders.values()) {
            if (!order.state().equals(before.get(order.id))) {
                previews.values().forEach(knew -> knew.remove(order.id));
            }
        }
    }

    private void change(PlayedOrder order) {
        String was = order.offer();
        String offer = PaperParts.OFFERS.get(random.nextInt(PaperParts.OFFERS.size()));
        Reply reply = door().change(order.member, order.id, offer);
        if (!order.state().equals("HELD") && !order.state().equals("PLACED")) {
            reply.refused(409, "wrong_state");
        } else if (reply.status() != 200) {
            assertTrue(refuses);
            reply.refused(409, "sold_out");
        } else {
            order.entered = was.equals(offer) ? order.entered : ++line.entries;
            happened(order);
            assertEquals(offer, order.offer());
        }
    }

    private void later() {
        Duration by = random.nextInt(3) == 0
                ? Duration.ofDays(1 + random.nextInt(12))
                : Duration.ofMinutes(1 + random.nextInt(20));
        door().later(by);
        readStates();
        give();
    }

    private long anyRun() {
        List<Long> waiting = previews.keySet().stream().sorted().toList();
        boolean again = random.nextInt(5) == 0 || waiting.isEmpty();
        return again
                ? published.get(random.nextInt(published.size()))
                : waiting.get(waiting.size() - 1 - Math.min(waiting.size() - 1, random.nextInt(3)));
    }

    private Map<String, Object> wish() {
        return Map.of(
                "weeks",
                WEEKS,
                "frontier",
                false,
                "rule",
                random.nextInt(6) == 0 ? "line" : "stay-put",
                "improvementWeeks",
                1 + random.nextInt(3),
                "stableRuns",
                random.nextInt(5) == 0 ? 2 : 1);
    }

    private void preview() {
        Opening door = door();
        Reply run = door.server
                .post(door.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(wish())
                .send()
                .is(201);
        assertEquals("PREVIEW", run.at("/state"), run.text());
        assertEquals(line.live().size(), run.number("/inputs/orders"));
        previews.put(run.number("/run"), knownNow());
        suppliers.heard();
        plant.computed(run.number("/run"), suppliers.known(run.number("/inputs/supplyEvent")));
        line.read(Set.of());
    }

    private Set<String> knownNow() {
        return new HashSet<>(line.live().stream().map(order -> order.id).toList());
    }

    private void publish(long asked) {
        Map<String, String> before = line.windows();
        Opening door = door();
        Reply reply = door.server
                .post(door.operatorPath("/plans/" + asked + "/publish"))
                .by("paula", "planner")
                .send();
        suppliers.heard();
        if (reply.status() != 200) {
            reply.refused(409, "plan_stale");
            previews.remove(asked);
            long fresh = reply.number("/fresh/run");
            previews.put(fresh, knownNow());
            plant.computed(fresh, suppliers.known(reply.number("/fresh/inputs/supplyEvent")));
            line.read(Set.of());
            if (random.nextInt(3) > 0) {
                publish(fresh);
            }
            return;
        }
        long run = reply.number("/run");
        line.read(null);
        if (run == asked && published.contains(run)) {
            assertEquals(before, line.windows(), "it is in force already");
            return;
        }
        Set<String> knew = Objects.requireNonNullElseGet(previews.remove(asked), this::knownNow);
        published.add(run);
        Map<LocalDate, Long> frames = inForce.usable("frame", start);
        inForce = suppliers.known(reply.number("/inputs/supplyEvent"));
        plant.published(run, inForce);
        start = LocalDate.parse(String.valueOf(reply.at("/inputs/start")));
        boolean framesAsBefore = frames.equals(inForce.usable("frame", start));
        floor = PaperLine.weekOf(now());
        Map<String, String> after = line.windows();
        moved += (int) before.keySet().stream()
                .filter(order -> !Objects.equals(before.get(order), after.get(order)))
                .count();
        line.orders.values().forEach(order -> line.readWindows(order, door()));
        JsonNode told = reply.json();
        rules.judge(
                new PlanRules.Published(told, run == asked ? knew : knownNow(), before, inForce, floor, framesAsBefore),
                told.get("published"));
    }
}

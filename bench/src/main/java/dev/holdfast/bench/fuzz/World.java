package dev.holdfast.bench.fuzz;

import dev.holdfast.bench.load.Tokens;
import dev.holdfast.bench.server.OperatorApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is really there, so that a request gets past the door: launches, orders, people and their tokens.
///
/// All of it is bounded: a server's memory may grow with what it is given to keep, and must not with what it is asked.
final class World {
    /// The deposits of the two offers, and what is owed when a window moves.
    static final List<Integer> AMOUNTS = List.of(500_000, 500_000, 700_000, 1_000);

    private static final int FANS = 400;
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final List<String> STAFF = List.of("operator", "planner", "store", "partner");

    private final Map<String, List<String>> tokens = new TreeMap<>();
    private final Known known = new Known();

    World(Tokens signer) {
        for (String role : STAFF) {
            tokens.put(role, List.of(signer.sign(role, role)));
        }
        List<String> fans = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            fans.add(signer.sign("fan-" + i, "fan"));
        }
        tokens.put("fan", fans);
    }

    /// Launches of every kind, most with something to sell, and what stands beside them.
    void furnish(OperatorApi operator) throws IOException, InterruptedException {
        for (int i = 0; i < Vocabulary.LAUNCHES; i++) {
            String path = "/operator/launches/" + Vocabulary.slug(i);
            operator.put(path, "application/json", JsonMapper.shared().writeValueAsString(definition(i)));
            String week = Vocabulary.monday(java.util.random.RandomGenerator.getDefault())
                    .toString();
            operator.put(
                    path + "/supply", "text/csv", "offer,week,quantity\npro," + week + ",200\nmax," + week + ",100\n");
        }
        new Furniture(operator).place();
    }

    static Map<String, Object> definition(int number) {
        Map<String, Object> definition = new TreeMap<>(Map.of(
                "name",
                Map.of("en", "Car", "zh", "\u8f66"),
                "opensAt",
                Instant.now().minus(Duration.ofHours(1)).toString(),
                "currency",
                "CNY",
                "limitPerMember",
                1 + number % 3,
                "payWithin",
                number % 4 == 0 ? "PT20S" : "PT15M",
                "lockAfter",
                "P7D",
                "beyondSupply",
                number % 2 == 0 ? "refuse" : "waitlist",
                "regions",
                List.of(region("north", 0), region("south", 2)),
                "offers",
                List.of(offer("pro", 500_000), offer("max", 700_000))));
        if (number % 5 == 1) {
            definition.put("termsVersion", "v1");
        }
        if (number % 3 == 1) {
            definition.put("compensation", List.of(Map.of("id", "late", "amount", Map.of("fixed", 1_000))));
        }
        if (number % 6 == 2) {
            definition.put("entry", Map.of("limitGroup", "one", "limit", 2));
        }
        if (number % 6 == 3) {
            definition.put("entry", Map.of("screening", Map.of("threshold", 1, "appealWithin", "P7D")));
        }
        if (number == 11) {
            Instant now = Instant.now();
            definition.put(
                    "waitingRoom",
                    Map.of(
                            "lobbyOpensAt", now.minus(Duration.ofHours(1)).toString(),
                            "drawClosesAt", now.plus(Duration.ofHours(1)).toString(),
                            "figureAt", now.plus(Duration.ofHours(2)).toString(),
                            "figure", "none: nothing is drawn here"));
            definition.put("opensAt", now.plus(Duration.ofHours(3)).toString());
        }
        return definition;
    }

    private static Map<String, Object> region(String id, int transitWeeks) {
        return Map.of("id", id, "name", Map.of("en", id, "zh", id), "transitWeeks", transitWeeks);
    }

    private static Map<String, Object> offer(String id, long deposit) {
        return Map.of("id", id, "name", Map.of("en", id, "zh", id), "price", 27_990_000, "deposit", deposit);
    }

    String token(String role, RandomGenerator dice) {
        return Words.pick(tokens.getOrDefault(role, List.of("none")), dice);
    }

    String role(RandomGenerator dice) {
        return Words.pick(List.copyOf(tokens.keySet()), dice);
    }

    /// Whom the parameter of a path behind this part can mean; empty while nobody has told of any.
    Optional<String> known(String kind, RandomGenerator dice) {
        return known.any(kind, dice);
    }

    /// The header of whoever made what a path names; null where nobody did.
    @Nullable
    String owner(String path) {
        Matcher named = ID.matcher(path);
        return named.find() ? known.owner(named.group()) : null;
    }

    /// Remembers what was made, and what there is.
    void hear(Request request, Answer answer) {
        if (request.operation() != null && !request.odd()) {
            known.hear(request.operation(), request, answer);
        }
    }

    String word(String name, RandomGenerator dice) {
        if (name.equals("order") || name.equals("id")) {
            return known.any("orders", dice).orElse(NO_ORDER);
        }
        Optional<String> there = known.any(name.endsWith("sh") ? name + "es" : name + "s", dice);
        return there.isPresent() && dice.nextBoolean() ? there.get() : Vocabulary.word(name, dice);
    }
}

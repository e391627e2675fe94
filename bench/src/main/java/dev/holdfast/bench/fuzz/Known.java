package dev.holdfast.bench.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the server said is there, by the part of a path that it stands behind: which ids `/wishes/{id}` can mean is
/// learned from whoever made a wish, and from every list of wishes.
final class Known {
    private static final int MAX = 2_000;

    /// Of a list's many things.
    private static final int MAX_OF_LIST = 20;

    private static final int MAX_BODY = 1 << 16;

    /// The members that name a thing, the best first.
    private static final List<String> NAMES = List.of("id", "serial", "name", "slug", "number", "run");

    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    /// By the name of what somebody made: the header with which they did.
    private final Map<String, String> owners = new HashMap<>();

    synchronized Optional<String> any(String kind, RandomGenerator dice) {
        return Optional.ofNullable(names.get(kind)).map(known -> Words.pick(known, dice));
    }

    synchronized @Nullable String owner(String name) {
        return owners.get(name);
    }

    /// Remembers what an answer tells of.
    void hear(Contract.Operation operation, Request request, Answer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            return;
        }
        named(operation.path().split("/", -1), request.target().split("[/?]", -1));
        if (!answer.type().equals("application/json") || answer.body().length() > MAX_BODY) {
            return;
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(answer.body());
            String kind = operation.path().substring(operation.path().lastIndexOf('/') + 1);
            if (answer.status() == 201) {
                name(body).ifPresent(name -> made(kind, name, request.header("Authorization")));
            }
            body.properties().forEach(member -> listed(member.getKey(), member.getValue()));
        } catch (JacksonException broken) {
            // Whether an answer is what it says is for the judge.
            return;
        }
    }

    /// What the path itself named is there, or the answer were another.
    private void named(String[] template, String[] target) {
        for (int at = 1; at < Math.min(template.length, target.length); at++) {
            if (template[at].startsWith("{") && target[at].matches("[\\w.-]+")) {
                remember(template[at - 1], target[at]);
            }
        }
    }

    private void listed(String kind, JsonNode list) {
        if (list.isArray()) {
            list.valueStream().limit(MAX_OF_LIST).forEach(one -> name(one).ifPresent(name -> remember(kind, name)));
        }
    }

    private static Optional<String> name(JsonNode thing) {
        return NAMES.stream()
                .map(thing::path)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private synchronized void made(String kind, String name, String owner) {
        if (remember(kind, name)) {
            owners.put(name, owner);
        }
    }

    private synchronized boolean remember(String kind, String name) {
        List<String> known = names.computeIfAbsent(kind, any -> new ArrayList<>());
        boolean isNew = known.size() < MAX && all.add(kind + "/" + name);
        if (isNew) {
            known.add(name);
        }
        return isNew;
    }
}

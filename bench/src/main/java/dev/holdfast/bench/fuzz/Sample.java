package dev.holdfast.bench.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Values that a schema of the document allows, and now and then one that it does not.
///
/// @param wrong one value in so many is anything at all; 0: none is
record Sample(Contract contract, World world, RandomGenerator dice, int wrong) {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ITEMS = 4;

    @Nullable
    Object of(JsonNode schema, String name) {
        return of(schema, name, 0);
    }

    private @Nullable Object of(JsonNode referred, String name, int depth) {
        if (wrong > 0 && dice.nextInt(wrong) == 0) {
            return Words.value(dice);
        }
        JsonNode schema = contract.resolved(referred);
        if (schema.has("enum")) {
            JsonNode one =
                    schema.get("enum").get(dice.nextInt(schema.get("enum").size()));
            return one.isNull() ? null : one.isString() ? one.stringValue() : one.isBoolean() ? one.asBoolean() : name;
        }
        for (String way : List.of("oneOf", "anyOf")) {
            if (schema.has(way)) {
                return of(schema.get(way).get(dice.nextInt(schema.get(way).size())), name, depth);
            }
        }
        return switch (depth > MAX_DEPTH ? "null" : type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer", "number" -> number(schema, name);
            case "boolean" -> dice.nextBoolean();
            case "null" -> null;
            default -> text(schema, name);
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(dice.nextInt(type.size())).stringValue();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private Map<String, @Nullable Object> object(JsonNode schema, int depth) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(member -> {
            boolean there =
                    required.contains(member.getKey()) ? wrong == 0 || dice.nextInt(60) > 0 : dice.nextBoolean();
            if (there) {
                object.put(member.getKey(), of(member.getValue(), member.getKey(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (contract.resolved(others).path("type").asString("").equals("string") && dice.nextInt(4) > 0) {
            // A text in every language is by far the most common of them.
            List.of("en", "zh").forEach(language -> object.put(language, of(others, language, depth + 1)));
        } else if (others.isObject()) {
            for (int i = dice.nextInt(MAX_ITEMS); i > 0; i--) {
                String name = Words.pick(List.of(Vocabulary.columns(dice).split(",", -1)), dice);
                object.put(name, of(others, name, depth + 1));
            }
        }
        if (wrong > 0 && dice.nextInt(40) == 0) {
            object.put(Words.text(dice), Words.value(dice));
        }
        return object;
    }

    private List<@Nullable Object> array(JsonNode schema, String name, int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        int most = wrong > 0 && dice.nextInt(200) == 0 ? 300 : MAX_ITEMS;
        for (int i = dice.nextInt(schema.path("minItems").asInt(0), most + 1); i > 0; i--) {
            array.add(of(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private Number number(JsonNode schema, String name) {
        if (name.equals("amount") && dice.nextInt(4) > 0) {
            return Words.pick(World.AMOUNTS, dice);
        }
        long min = schema.path("minimum").asLong(0);
        long max = Math.max(min, schema.path("maximum").asLong(min + 1_000_000));
        return dice.nextInt(8) == 0
                ? (dice.nextBoolean() ? min : max)
                : min + (long) (Math.min(max - min, 1 << dice.nextInt(30)) * dice.nextDouble());
    }

    private String text(JsonNode schema, String name) {
        return switch (schema.path("format").asString("")) {
            case "date-time" ->
                Instant.now()
                        .plusSeconds(dice.nextLong(-4_000_000, 40_000_000))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
            case "date" -> Vocabulary.monday(dice).toString();
            case "duration" -> Words.pick(List.of("PT1S", "PT15M", "P7D", "P60D", "PT0S", "P30DT2H"), dice);
            default -> world.word(name, dice);
        };
    }
}

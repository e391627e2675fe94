package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies as the document describes them.
final class Bodies {
    private Bodies() {}

    static Request filled(Request request, Contract.Operation operation, Sample sample) {
        JsonNode content = operation.node().at("/requestBody/content");
        String type = Words.pick(List.copyOf(content.propertyNames()), sample.dice());
        boolean inChunks = sample.dice().nextInt(5) == 0;
        return request.withBody(body(operation, type, content.get(type).path("schema"), sample))
                .withHeader("Content-Type", type)
                .framed(inChunks ? Request.Framing.CHUNKED : Request.Framing.LENGTH);
    }

    private static byte[] body(Contract.Operation operation, String type, JsonNode schema, Sample sample) {
        return switch (type) {
            case "text/csv" -> Files.csv(operation.path(), sample.dice(), sample.wrong());
            case "application/json" -> JsonMapper.shared().writeValueAsBytes(json(operation, schema, sample));
            default -> Words.text(sample.dice()).getBytes(UTF_8);
        };
    }

    /// A launch of chance is hardly ever sound: mostly it is one that is, with a few members of chance.
    private static @Nullable Object json(Contract.Operation operation, JsonNode schema, Sample sample) {
        Object value = sample.of(schema, "");
        boolean launch = operation.path().endsWith("/operator/launches/{slug}");
        if (!launch || !(value instanceof Map<?, ?> members) || sample.dice().nextInt(4) == 0) {
            return value;
        }
        Map<String, @Nullable Object> sound =
                new TreeMap<>(World.definition(sample.dice().nextInt(Vocabulary.LAUNCHES)));
        members.forEach((name, member) -> {
            if (sample.dice().nextInt(10) == 0) {
                sound.put(String.valueOf(name), member);
            }
        });
        return sound;
    }
}

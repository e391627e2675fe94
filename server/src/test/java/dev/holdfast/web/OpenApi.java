package dev.holdfast.web;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document, and what was seen of it: every answer that a test gets is held against it.
final class OpenApi {
    private static final String LOCATION = "https://holdfast.test/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final Schema whole;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    /// @param path as clients call it, such as `/api/v1/launches/{slug}`
    /// @param pointer to the operation in the document
    record Operation(String method, String path, String pointer, JsonNode node) {
        boolean fits(String asked, List<String> segments) {
            String[] own = path.split("/", -1);
            if (!method.equals(asked) || own.length != segments.size()) {
                return false;
            }
            for (int i = 0; i < own.length; i++) {
                if (!own[i].startsWith("{") && !own[i].equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /// As the server's own list of routes has it.
        String route() {
            return method + " " + path.replaceAll("\\{[^}]+}", "*");
        }
    }

    private OpenApi(String text) {
        document = Reply.JSON.readTree(text);
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(LOCATION, text)).schemaRegistryConfig(config));
        whole = registry.getSchema(SchemaLocation.of(LOCATION));
        document.get("paths").properties().forEach(path -> readPath(path.getKey(), path.getValue()));
    }

    static OpenApi read() {
        try (InputStream document = OpenApi.class.getResourceAsStream("/openapi.json")) {
            return new OpenApi(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static OpenApi of(String text) {
        return new OpenApi(text);
    }

    private void readPath(String path, JsonNode item) {
        JsonNode servers = item.has("servers") ? item.get("servers") : document.get("servers");
        String base = servers.get(0).get("url").stringValue().replaceFirst("/$", "");
        String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/";
        item.properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(new Operation(
                        member.getKey().toUpperCase(java.util.Locale.ROOT),
                        base + path,
                        pointer + member.getKey(),
                        member.getValue())));
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    /// What was seen so far: `POST /api/v1/orders/{id}/lock 409 wrong_state`.
    Set<String> seen() {
        return seen;
    }

    /// Everything that the document says can be answered.
    Set<String> promised() {
        Set<String> all = new TreeSet<>();
        for (Operation operation : operations) {
            operation.node().get("responses").properties().forEach(response -> {
                String answer = operation.method() + " " + operation.path() + " " + response.getKey();
                List<String> codes = codes(response(operation, response.getKey()));
                if (codes.isEmpty()) {
                    all.add(answer);
                }
                codes.forEach(code -> all.add(answer + " " + code));
            });
        }
        return all;
    }

    /// @throws AssertionError when the document does not know of such an answer
    void hold(String method, String address, Reply reply) {
        String path = address.replaceFirst("\\?.*", "");
        Operation operation = operations.stream()
                .filter(candidate -> candidate.fits(method, List.of(path.split("/", -1))))
                .findFirst()
                .orElse(null);
        if (operation == null) {
            // Answered 404 or 405 whatever the document says, or the page of somebody else.
            return;
        }
        JsonNode response = response(operation, Integer.toString(reply.status()));
        String answer = method + " " + operation.path() + " " + reply.status();
        if (response == null) {
            throw new AssertionError(answer + " is not in the document: " + reply.text());
        }
        holdHeaders(answer, response, reply);
        holdBody(answer, operation, response, reply);
        boolean problem = reply.header("Content-Type").startsWith("application/problem+json");
        seen.add(problem ? answer + " " + reply.at("/code") : answer);
    }

    private static void holdHeaders(String answer, JsonNode response, Reply reply) {
        response.path("headers").properties().forEach(header -> {
            boolean required = header.getValue().path("required").asBoolean(false);
            if (required && reply.header(header.getKey()).isEmpty()) {
                throw new AssertionError(answer + " came without the header " + header.getKey());
            }
        });
    }

    private void holdBody(String answer, Operation operation, JsonNode response, Reply reply) {
        if (!response.has("content")) {
            if (!reply.text().isEmpty()) {
                throw new AssertionError(answer + " has a body that the document does not know: " + reply.text());
            }
            return;
        }
        String type = reply.header("Content-Type").replaceFirst(";.*", "");
        if (!response.get("content").has(type)) {
            throw new AssertionError(answer + " is of type " + type + ", which the document does not know");
        }
        if (type.endsWith("json")) {
            String at = pointer(operation, reply.status()) + "/content/" + type.replace("/", "~1") + "/schema";
            List<String> faults = faults(at, reply.text());
            if (!faults.isEmpty()) {
                throw new AssertionError(answer + " does not fit the document: " + faults + "\n" + reply.text());
            }
        }
    }

    /// What is wrong with a JSON text by the schema at a pointer into the document.
    List<String> faults(String pointer, String text) {
        // Asked for a part by its address, the registry would read the whole document once more for each of them.
        Schema schema = schemas.computeIfAbsent(pointer, part -> whole.getRefSchema(SchemaLocation.Fragment.of(part)));
        return schema.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private @Nullable JsonNode response(Operation operation, String status) {
        JsonNode response = operation.node().get("responses").get(status);
        return response != null && response.has("$ref")
                ? document.at(response.get("$ref").stringValue().substring(1))
                : response;
    }

    private String pointer(Operation operation, int status) {
        JsonNode response = operation.node().get("responses").get(Integer.toString(status));
        return response.has("$ref")
                ? response.get("$ref").stringValue().substring(1)
                : operation.pointer() + "/responses/" + status;
    }

    /// Every code that a problem's schema names.
    private static List<String> codes(@Nullable JsonNode response) {
        return response == null
                ? List.of()
                : response.findValues("code").stream()
                        .flatMap(code -> code.has("enum")
                                ? StreamSupport.stream(code.get("enum").spliterator(), false)
                                : java.util.stream.Stream.ofNullable(code.get("const")))
                        .map(JsonNode::stringValue)
                        .distinct()
                        .toList();
    }
}

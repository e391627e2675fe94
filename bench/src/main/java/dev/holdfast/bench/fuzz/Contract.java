package dev.holdfast.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The interface's document: what can be asked, and what may be answered.
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /// @param path as clients call it, such as `/api/v1/launches/{slug}`
    /// @param parameters of the operation and of its path
    record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        String name() {
            return method + " " + path;
        }

        /// The roles it lets in; none where it asks nobody who they are.
        List<String> roles() {
            return node.path("security")
                    .valueStream()
                    .map(alternative -> alternative.at("/bearer/0").asString(""))
                    .filter(role -> !role.isEmpty())
                    .toList();
        }

        boolean isSigned() {
            return node.at("/security/0").has("standardWebhooks");
        }
    }

    Contract(JsonNode document) {
        this.document = document;
        document.get("paths").properties().forEach(path -> readPath(path.getKey(), path.getValue()));
    }

    private void readPath(String path, JsonNode item) {
        JsonNode servers = item.has("servers") ? item.get("servers") : document.get("servers");
        String base = servers.get(0).get("url").stringValue().replaceFirst("/$", "");
        item.properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> {
                    List<JsonNode> parameters = new ArrayList<>();
                    item.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    member.getValue().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    operations.add(new Operation(
                            member.getKey().toUpperCase(Locale.ROOT), base + path, member.getValue(), parameters));
                });
    }

    List<Operation> operations() {
        return operations;
    }

    /// What a reference stands for; the node itself where it is none.
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : node;
    }

    /// Whether the document knows of an answer with this status and media type.
    boolean knows(Operation operation, int status, String type) {
        JsonNode response = resolved(operation.node().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return false;
        }
        return response.has("content") ? response.get("content").has(type) : type.isEmpty();
    }

    /// The codes that a problem of this status may have; none where the document leaves them open.
    Set<String> codes(Operation operation, int status) {
        JsonNode response = resolved(operation.node().path("responses").path(Integer.toString(status)));
        Set<String> codes = new TreeSet<>();
        gather(response.at("/content/application~1problem+json/schema"), codes);
        return codes;
    }

    private void gather(JsonNode schema, Set<String> codes) {
        JsonNode own = resolved(schema);
        own.at("/properties/code/enum").forEach(code -> codes.add(code.stringValue()));
        JsonNode only = own.at("/properties/code/const");
        if (only.isString()) {
            codes.add(only.stringValue());
        }
        for (String way : List.of("allOf", "oneOf", "anyOf")) {
            own.path(way).forEach(part -> gather(part, codes));
        }
    }
}

package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Every operation asked by everybody. The table is generated: a new operation stands in it because it is in the
/// interface's document, and must say there whom it lets in (`security`, one alternative for each role).
@ExtendWith(RunningServer.Shared.class)
class AuthorisationTest {
    private static final List<String> ROLES = List.of("fan", "operator", "planner", "store", "partner");
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final RunningServer server;

    AuthorisationTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void every_operation_says_whom_it_lets_in() {
        Set<String> silent = new TreeSet<>();
        for (OpenApi.Operation operation : server.document().operations()) {
            JsonNode security = operation.node().path("security");
            boolean named = open(security)
                    || security.get(0).has("standardWebhooks")
                    || security.valueStream().allMatch(alternative -> ROLES.contains(role(alternative)));
            if (security.isMissingNode() || !named) {
                silent.add(operation.route());
            }
        }
        assertEquals(Set.of(), silent, "operations without `security` of their own");
    }

    @Test
    void every_operation_lets_in_those_it_names_and_nobody_else() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (OpenApi.Operation operation : server.document().operations()) {
            Opening opening = Opening.on(server);
            for (String role : ROLES) {
                String expected = expected(operation, role);
                String person = "anyone-" + PEOPLE.incrementAndGet();
                String got = verdict(
                        call(operation, opening, NO_ORDER).by(person, role).send());
                if (!expected.equals(got)) {
                    wrong.add(operation.route() + " by " + role + ": " + got + ", not " + expected);
                }
                asked++;
            }
            for (@Nullable String token : new @Nullable String[] {null, "forged"}) {
                Call call = call(operation, opening, NO_ORDER);
                String got = verdict((token == null ? call : call.bearer(token)).send());
                String expected = strangers(operation, token);
                if (!got.equals(expected)) {
                    wrong.add(operation.route() + " with the token " + token + ": " + got + ", not " + expected);
                }
                asked++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 300, "next to nothing was asked");
    }

    /// Someone else's order and one that does not exist are answered alike, so that nobody learns which ids are taken.
    @Test
    void what_is_somebody_elses_is_answered_as_if_it_were_not_there() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (OpenApi.Operation operation : server.document().operations()) {
            if (!operation.path().startsWith("/api/v1/orders/{id}")) {
                continue;
            }
            Opening opening = Opening.on(server).supplied("pro,2027-01-04,3");
            String owner = "owner-" + PEOPLE.incrementAndGet();
            String order = opening.placed(owner, "pro");
            Reply stranger = filled(operation, opening, order)
                    .by("anyone-" + PEOPLE.incrementAndGet())
                    .send();
            Reply unknown = filled(operation, opening, NO_ORDER).by(owner).send();
            if (stranger.status() != 404 || !sameButForTheId(stranger, order, unknown)) {
                wrong.add(operation.route() + ": " + stranger.text() + " for a stranger, " + unknown.text());
            }
            Reply own = filled(operation, opening, order).by(owner).send();
            if (List.of(401, 403, 404).contains(own.status())) {
                wrong.add(operation.route() + " by its owner: " + own.text());
            }
            asked++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked >= 6, "next to nothing was asked");
    }

    private static boolean sameButForTheId(Reply stranger, String order, Reply unknown) {
        return stranger.status() == unknown.status()
                && stranger.text().replace(order, "ID").equals(unknown.text().replace(NO_ORDER, "ID"));
    }

    private static String expected(OpenApi.Operation operation, String role) {
        JsonNode security = operation.node().path("security");
        if (open(security)) {
            return "in";
        }
        if (security.get(0).has("standardWebhooks")) {
            return "signature_invalid";
        }
        boolean named = security.valueStream().anyMatch(alternative -> role.equals(role(alternative)));
        return named ? "in" : "wrong_role";
    }

    private static String strangers(OpenApi.Operation operation, @Nullable String token) {
        JsonNode security = operation.node().path("security");
        boolean looksAtTokens = security.valueStream().anyMatch(alternative -> alternative.has("bearer"));
        if (security.valueStream().anyMatch(alternative -> alternative.has("standardWebhooks"))) {
            return "signature_invalid";
        }
        if (open(security) && (token == null || !looksAtTokens)) {
            return "in";
        }
        return token == null ? "token_missing" : "token_invalid";
    }

    /// Whether it asks nobody who they are: no alternative at all, or an empty one.
    private static boolean open(JsonNode security) {
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    private static String role(JsonNode alternative) {
        return alternative.at("/bearer/0").asString("");
    }

    /// `in`, whatever is said inside; or the code with which the door stayed shut.
    private static String verdict(Reply reply) {
        return reply.status() == 401 || reply.status() == 403 ? String.valueOf(reply.at("/code")) : "in";
    }

    /// With the smallest body that the document allows, so that nothing else is wrong with it.
    private Call filled(OpenApi.Operation operation, Opening opening, String order) {
        Call call = call(operation, opening, order);
        JsonNode content = operation.node().at("/requestBody/content/application~1json/schema");
        if (content.isMissingNode()) {
            return call;
        }
        JsonNode schema = server.document()
                .document()
                .at(content.get("$ref").stringValue().substring(1));
        Map<String, Object> body = new LinkedHashMap<>();
        schema.path("required").forEach(name -> {
            String type =
                    schema.at("/properties/" + name.stringValue() + "/type").asString("");
            Object value = switch (type) {
                case "boolean" -> true;
                case "integer" -> 1;
                default -> "pro";
            };
            body.put(name.stringValue(), value);
        });
        return call.json(body);
    }

    private Call call(OpenApi.Operation operation, Opening opening, String order) {
        String path = operation
                .path()
                .replace("{slug}", opening.slug)
                .replace("{file}", "bom")
                .replace("{name}", "none")
                .replace("{provider}", "sandbox")
                .replace("{order}", order)
                .replace("{id}", order)
                .replaceAll("\\{[^}]+}", "1");
        return server.call(operation.method(), path);
    }
}

package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Codes;
import dev.holdfast.guard.Repository;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The document tells the truth: it knows every route and every answer of the running server, and nothing else.
@ExtendWith(RunningServer.Shared.class)
class OpenApiTest {
    /// Needs a server that is broken, or a database that is away.
    private static final String NOT_TO_BE_PROVOKED = ".* (500|503)( .*)?";

    private final RunningServer server;
    private final OpenApi document;

    OpenApiTest(RunningServer server) {
        this.server = server;
        this.document = server.document();
    }

    @Test
    void the_document_and_the_server_have_the_same_routes() {
        assertEquals(
                server.routes(),
                document.operations().stream()
                        .map(OpenApi.Operation::route)
                        .sorted()
                        .toList());
    }

    @Test
    void the_server_serves_the_document() {
        Reply reply = server.get("/api/v1/openapi.json").send().is(200);
        assertEquals(document.document(), reply.json());
        assertEquals("no-store", reply.header("Cache-Control"));
    }

    @Test
    void every_answer_in_the_document_can_be_had_from_the_server() {
        document.seen().clear();
        new Tour(server).walk();
        Set<String> missed = new TreeSet<>(document.promised());
        assertTrue(missed.size() > 100, "the document promises next to nothing");
        missed.removeAll(document.seen());
        missed.removeIf(answer -> answer.matches(NOT_TO_BE_PROVOKED));
        assertEquals(Set.of(), missed);
    }

    @Test
    void the_document_knows_every_code_that_is_not_said_on_pages_alone() {
        Set<String> promised = document.promised().stream()
                .filter(answer -> answer.split(" ", -1).length == 4)
                .map(answer -> answer.split(" ", -1)[3])
                .collect(Collectors.toSet());
        Set<String> said = Codes.saidBy(Repository.sources().stream()
                .filter(source -> !source.path().matches(".*/(web/page|launch/payment)/.*"))
                .toList());
        assertTrue(said.size() > 30, "next to no code was found");
        said.removeAll(promised);
        // An erasure is asked for on a page; the modules that refuse it know of no page.
        said.removeAll(Set.of("orders_not_over", "erasure_of_staff"));
        assertEquals(
                Set.of("unknown_path", "method_not_allowed", "unreadable_request"),
                said,
                "those are said where no operation is");
    }

    @Test
    void every_example_fits_its_schema() {
        int judged = 0;
        for (var schema : document.document().at("/components/schemas").properties()) {
            for (JsonNode example : schema.getValue().path("examples")) {
                judged++;
                assertEquals(
                        List.of(),
                        document.faults("/components/schemas/" + schema.getKey(), example.toString()),
                        schema.getKey());
            }
        }
        assertTrue(judged > 8, judged + " examples were found");
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_every_reference_leads_somewhere() {
        List<String> names = document.operations().stream()
                .map(operation -> operation.node().get("operationId").stringValue())
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        List<JsonNode> references = document.document().findValues("$ref");
        assertFalse(references.isEmpty());
        references.forEach(reference -> assertFalse(
                document.document().at(reference.stringValue().substring(1)).isMissingNode(), reference::toString));
    }

    @Test
    void a_field_that_the_document_does_not_know_is_caught() {
        Opening opening = Opening.on(server);
        ObjectNode launch = (ObjectNode) opening.look().json();
        Reply grown = answer(200, launch.put("surprise", 1).toString());
        assertThrows(AssertionError.class, () -> document.hold("GET", "/api/v1/launches/" + opening.slug, grown));
    }

    @Test
    void a_field_that_is_missing_an_unknown_status_and_an_unknown_code_are_caught() {
        Opening opening = Opening.on(server);
        ObjectNode launch = (ObjectNode) opening.look().json();
        launch.remove("serverTime");
        String problem = """
                {"type": "urn:holdfast:problem:gone", "title": "Gone", "status": 404, "code": "gone", "detail": "Gone."}
                """;
        for (Reply reply : List.of(answer(200, launch.toString()), answer(302, "{}"), answer(404, problem))) {
            assertThrows(AssertionError.class, () -> document.hold("GET", "/api/v1/launches/" + opening.slug, reply));
        }
    }

    private static Reply answer(int status, String body) {
        String type = status == 200 ? "application/json" : "application/problem+json";
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "Content-Type", List.of(type),
                        "Cache-Control", List.of("public, max-age=1"),
                        "Vary", List.of("Authorization")),
                (name, value) -> true);
        return new Reply(status, headers, body);
    }
}

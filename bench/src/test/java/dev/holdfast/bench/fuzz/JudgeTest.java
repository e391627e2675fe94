package dev.holdfast.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Planted faults are found, and the request that is told is no longer than it has to be.
class JudgeTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String WISH = "{\"wish\":\"a white car\",\"more\":\"of that * here\",\"and\":\"on\"}";
    private static final Contract CONTRACT = new Contract(JsonMapper.shared().readTree("""
            {"servers": [{"url": "/api/v1"}],
             "paths": {"/wishes": {"post": {"responses": {
               "200": {"content": {"application/json": {}}},
               "422": {"content": {"application/problem+json": {"schema":
                 {"properties": {"code": {"enum": ["invalid_request"]}}}}}},
               "503": {"content": {"application/problem+json": {}}}}}}}}"""));
    private static final Judge JUDGE = new Judge(CONTRACT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | application/problem+json | {"code":"internal_error"}                    | status 500
            500 | text/html                | <h1>Whitelabel</h1>                          | status 500
            503 | text/html                | busy                                         | status 503
            422 | application/problem+json | {"code":"no_such_code"}                      | undocumented code
            422 | text/plain               | no                                           | undocumented status
            409 | application/problem+json | {"code":"invalid_request"}                   | undocumented status
            200 | application/json         | {"wish":                                     | no JSON
            422 | application/problem+json | {"detail":"java.lang.IllegalState"}          | tells of its inside
            422 | application/problem+json | {"detail":"a ParseException at 3"}           | tells of its inside
            422 | application/problem+json | {"detail":"at a.B.c(B.java:9)"}              | tells of its inside
            422 | application/problem+json | {"detail":"select id from wishes"}           | tells of its inside
            422 | application/problem+json | {"detail":"violates unique constraint"}      | tells of its inside
            422 | application/problem+json | {"detail":"cannot read /var/lib/holdfast"}   | tells of its inside
            422 | application/problem+json | {"detail":"from StreamLimits.getMaxDepth()"} | tells of its inside
            """)
    void aPlantedFaultIsFoundAndItsRequestMadeSmall(int status, String type, String body, String found)
            throws IOException {
        try (BrokenServer server = new BrokenServer(new BrokenServer.Fault(status, type, body));
                Wire wire = new Wire(server.address())) {
            Request request = wish();
            Judge.Fault fault = JUDGE.fault(request, wire.ask(request));
            assertThat(Objects.requireNonNull(fault).kind()).contains(found);
            Request least = new Shrinker(wire, JUDGE).shrunk(request, fault);
            assertThat(least.body()).isEqualTo("*");
            assertThat(least.headers()).isEmpty();
        }
    }

    @Test
    void aServerThatHangsUpIsFound() {
        assertThat(kind(wish(), Answer.NONE)).isEqualTo("no answer");
        assertThat(kind(wish(), Answer.LATE)).isEqualTo("no answer in time");
        assertThat(kind(wish().bent(), Answer.NONE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"code\":\"invalid_request\"}", "{\"code\":\"invalid_request\",\"detail\":\"a.b, from c\"}"})
    void whatTheDocumentKnowsIsNoFault(String body) throws IOException {
        try (BrokenServer server = new BrokenServer(new BrokenServer.Fault(422, PROBLEM, body));
                Wire wire = new Wire(server.address())) {
            assertThat(JUDGE.fault(wish(), wire.ask(wish()))).isNull();
            Request other = wish().withMethod("PUT");
            assertThat(JUDGE.fault(other, wire.ask(other))).isNull();
        }
    }

    private static @Nullable String kind(Request request, Answer answer) {
        Judge.Fault fault = JUDGE.fault(request, answer);
        return fault == null ? null : fault.kind();
    }

    private static Request wish() {
        Contract.Operation operation = CONTRACT.operations().getFirst();
        List<Request.Header> headers =
                List.of(new Request.Header("Content-Type", "application/json"), new Request.Header("X-More", "yes"));
        return new Request(operation, "POST", operation.path(), headers, WISH, Request.Framing.LENGTH, false);
    }
}

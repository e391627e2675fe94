package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every answer tells browsers, and what none does.
@ExtendWith(RunningServer.Shared.class)
class HeadersContractTest {
    private static final List<String> PATHS =
            List.of("/", "/sign-in", "/nowhere", "/api/v1/launches", "/api/v1/nowhere", "/healthz");

    private final RunningServer server;

    HeadersContractTest(RunningServer server) {
        this.server = server;
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return server.http()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path))
                                .header("Origin", "https://elsewhere.example.com")
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void no_other_site_may_read_and_no_browser_may_guess() throws Exception {
        for (String path : PATHS) {
            HttpHeaders headers = send("GET", path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.map().keySet())
                    .as(path)
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
        }
    }

    @Test
    void pages_run_nothing_but_our_own_files_and_stand_in_no_frame() throws Exception {
        for (String path : PATHS) {
            HttpResponse<String> page = send("GET", path);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertThat(page.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
                assertThat(page.headers().firstValue("Referrer-Policy"))
                        .as(path)
                        .hasValue("same-origin");
            }
        }
        assertThat(send("GET", "/").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/html");
    }

    @Test
    void nothing_is_sent_back_as_it_came() throws Exception {
        for (String path : PATHS) {
            assertThat(send("TRACE", path).statusCode()).as(path).isIn(403, 404, 405, 501);
        }
    }
}

package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// TLS ends in a proxy in front of us: cookies are `Secure`, and browsers are told to insist on TLS, where somebody
/// whom
/// we believe says that the browser spoke it.
class EncryptionTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void aTrustedProxyIsBelievedAndNobodyElse() throws Exception {
        try (LiveSite site = new LiveSite(Map.of("holdfast.trusted-proxies", "127.0.0.1,::1"))) {
            assertEncrypted(ask(site, "X-Forwarded-Proto", "https"));
            assertPlain(ask(site, "X-Forwarded-Proto", "http"));
            assertPlain(ask(site, "X-Other", "https"));
            var known = site.session("operator-7", "operator");
            assertThat(operator(site, "__Host-holdfast_session=" + known, "https"))
                    .isEqualTo(200);
            assertThat(operator(site, "holdfast_session=" + known, "https"))
                    .as("a cookie that another host or plain HTTP may have set")
                    .isNotEqualTo(200);
            assertThat(operator(site, "holdfast_session=" + known, "http")).isEqualTo(200);
        }
        try (LiveSite site = new LiveSite()) {
            assertPlain(ask(site, "X-Forwarded-Proto", "https"));
        }
    }

    @Test
    void theOperatorsOwnWordCountsForTheHostItNames() throws Exception {
        try (LiveSite site = new LiveSite(Map.of("holdfast.public-url", "https://localhost"))) {
            assertEncrypted(ask(site, "X-Other", "nothing"));
        }
        try (LiveSite site = new LiveSite(Map.of("holdfast.public-url", "https://shop.example.com"))) {
            assertPlain(ask(site, "X-Other", "nothing"));
        }
    }

    private static HttpResponse<String> ask(LiveSite site, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(site.address("/sign-in")))
                .header(header, value)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int operator(LiveSite site, String cookie, String scheme) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(site.address("/operator")))
                .header("Cookie", cookie)
                .header("X-Forwarded-Proto", scheme)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void assertEncrypted(HttpResponse<String> answer) {
        assertThat(cookies(answer))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"))
                .allMatch(cookie -> cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("max-age=31536000", "includeSubDomains"));
    }

    private static void assertPlain(HttpResponse<String> answer) {
        assertThat(cookies(answer)).isNotEmpty().noneMatch(cookie -> cookie.contains("; Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}

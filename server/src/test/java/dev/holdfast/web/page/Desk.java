package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who reads pages of the live site and sends their forms without a browser: quicker, and it shows the status.
final class Desk implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final LiveSite site;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String cookie;
    private final String token;

    /// @param role of whoever sits there, in English
    Desk(LiveSite site, String member, String role) {
        this.site = site;
        var session = SessionCookie.NAME + "=" + site.session(member, role);
        var page = send(HttpRequest.newBuilder(URI.create(site.address("/receipts"))));
        var found = TOKEN.matcher(page.body);
        assertThat(found.find()).isTrue();
        this.token = found.group(1);
        this.cookie = page.cookie + "; " + session;
    }

    /// @param cookie that was set; empty: none
    /// @param location where it leads to, or the script of the page that asked; empty: nowhere
    record Reply(int status, String body, String cookie, String location) {
        Reply is(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }

        Reply says(String... texts) {
            assertThat(body).contains(texts);
            return this;
        }

        void saysNot(String text) {
            assertThat(body).doesNotContain(text);
        }
    }

    Reply look(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address(path))).header("Cookie", cookie))
                .is(200);
    }

    Reply post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site.address(path)))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token + "&" + form)));
    }

    /// Asks without wanting any status.
    Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address(path))).header("Cookie", cookie));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var reply = http.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
            var set = reply.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
            return new Reply(
                    reply.statusCode(),
                    reply.body(),
                    set,
                    reply.headers()
                            .firstValue("Location")
                            .or(() -> reply.headers().firstValue("HX-Redirect"))
                            .orElse(""));
        } catch (IOException failure) {
            throw new AssertionError("No answer", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

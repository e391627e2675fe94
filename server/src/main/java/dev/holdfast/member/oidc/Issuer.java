package dev.holdfast.member.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the issuer: asks once where its parts are, and exchanges codes for tokens.
final class Issuer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Issuers describe themselves and answer in a few KiB.
    private static final int MAX_BYTES = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final IssuerSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable Described described;

    Issuer(IssuerSettings settings) {
        this.settings = settings;
    }

    /// Where the parts of the issuer are.
    ///
    /// @param posts whether the client's secret goes into the body of a request, not into its head
    record Described(URI authorization, URI token, URI keys, boolean posts) {}

    /// Asked when somebody first signs in, so that a server starts although its issuer is away.
    ///
    /// @throws IOException when the issuer is away or describes somebody else
    Described described() throws IOException {
        Described known = described;
        if (known == null) {
            known = describe();
            described = known;
        }
        return known;
    }

    private Described describe() throws IOException {
        String place = settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration";
        JsonNode found = ask(HttpRequest.newBuilder(URI.create(place)).GET());
        if (!found.path("issuer").asString("").equals(settings.issuer().toString())) {
            throw new IOException(place + " describes '" + found.path("issuer").asString("") + "'. Maybe write "
                    + "HOLDFAST_OIDC_ISSUER as that says it.");
        }
        JsonNode ways = found.path("token_endpoint_auth_methods_supported");
        String known = ways.isArray() ? ways.toString() : "client_secret_basic";
        return new Described(
                part(found, "authorization_endpoint"),
                part(found, "token_endpoint"),
                part(found, "jwks_uri"),
                !known.contains("client_secret_basic") && known.contains("client_secret_post"));
    }

    private static URI part(JsonNode found, String name) throws IOException {
        String place = found.path(name).asString("");
        if (!place.startsWith("https://") && !place.startsWith("http://")) {
            throw new IOException("The issuer names no " + name);
        }
        return URI.create(place);
    }

    /// Exchanges a code.
    ///
    /// @return the identity token; empty when the issuer refuses the code
    Optional<String> exchange(String code, String verifier, URI returned) throws IOException {
        Described parts = described();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", returned.toString());
        form.put("code_verifier", verifier);
        var request = HttpRequest.newBuilder(parts.token()).header("Content-Type", "application/x-www-form-urlencoded");
        String secret = settings.secret();
        if (secret == null || parts.posts()) {
            form.put("client_id", settings.client());
        }
        if (secret != null && parts.posts()) {
            form.put("client_secret", secret);
        } else if (secret != null) {
            request.header("Authorization", "Basic " + basic(settings.client(), secret));
        }
        try {
            String token = ask(request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))))
                    .path("id_token")
                    .asString("");
            return token.isEmpty() ? Optional.empty() : Optional.of(token);
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    /// The parameters of an address or a form.
    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Both are encoded as in a form first (RFC 6749, 2.3.1), for a secret may have a colon.
    private static String basic(String client, String secret) {
        String pair = encoded(client) + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// The issuer understood and says no.
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(int status) {
            super("The issuer answered " + status);
        }
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpRequest asked = request.timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            var answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                byte[] read = body.readNBytes(MAX_BYTES);
                if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
                    throw new Refused(answer.statusCode());
                }
                if (answer.statusCode() != 200) {
                    throw new IOException(asked.uri() + " answered " + answer.statusCode());
                }
                return JSON.readTree(read);
            }
        } catch (JacksonException malformed) {
            throw new IOException("The issuer answered something that is no JSON", malformed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the issuer", interrupted);
        }
    }
}

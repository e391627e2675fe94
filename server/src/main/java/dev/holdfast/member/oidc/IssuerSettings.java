package dev.holdfast.member.oidc;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The issuer that signs people in, and by which name it knows us.
///
/// @param secret null: the issuer takes us for a client that can keep none, and PKCE alone guards the exchange
/// @param name   by which people know the issuer
record IssuerSettings(URI issuer, String client, @Nullable String secret, String scope, String name) {
    static final String ISSUER = "holdfast.oidc-issuer";
    static final String CLIENT = "holdfast.oidc-client-id";

    private static final String USUAL_SCOPE = "openid email";

    /// An issuer without a client id is one whose tokens are taken at the REST interface and who signs nobody in here.
    static Optional<IssuerSettings> read(Function<String, @Nullable String> settings) {
        String issuer = given(settings, ISSUER, "");
        String client = given(settings, CLIENT, "");
        if (client.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty()) {
            throw new IllegalArgumentException("HOLDFAST_OIDC_CLIENT_ID is given without HOLDFAST_OIDC_ISSUER. Give"
                    + " both, or the issuer alone to take its tokens at the REST interface only.");
        }
        String secret = given(settings, "holdfast.oidc-client-secret", "");
        var address = URI.create(issuer);
        return Optional.of(new IssuerSettings(
                address,
                client,
                secret.isEmpty() ? null : secret,
                given(settings, "holdfast.oidc-scope", USUAL_SCOPE),
                given(settings, "holdfast.oidc-name", String.valueOf(address.getHost()))));
    }

    private static String given(Function<String, @Nullable String> settings, String name, String otherwise) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /// Settings end up in logs; secrets must not.
    @Override
    public String toString() {
        return "IssuerSettings[issuer=" + issuer + ", client=" + client + "]";
    }
}

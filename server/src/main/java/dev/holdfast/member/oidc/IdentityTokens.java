package dev.holdfast.member.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Judges the identity tokens of an issuer (OpenID Connect Core, 3.1.3.7): signed with one of its keys, made by it, for
/// us, not over, and for the attempt that is being ended. Only signatures with a key pair count: a token signed with
/// our own secret proves that somebody has our secret.
final class IdentityTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Clocks of two machines.
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final String client;

    IdentityTokens(IssuerSettings settings, URI keys, Clock clock) {
        this.client = settings.client();
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        var nimbus = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .jwsAlgorithms(known -> known.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(new RestTemplate(requests))
                .build();
        var timely = new JwtTimestampValidator(SKEW);
        timely.setClock(clock);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                timely,
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Object>("exp", Objects::nonNull),
                new JwtClaimValidator<@Nullable List<String>>(
                        "aud", audience -> audience != null && audience.contains(client))));
        this.decoder = nimbus;
    }

    /// @throws JwtException when it is not to be believed
    Jwt read(String token, String nonce) {
        Jwt jwt = decoder.decode(token);
        if (!nonce.equals(jwt.getClaimAsString("nonce"))) {
            throw new JwtException("The token was made for another attempt to sign in");
        }
        // A token for several must say for whom it was asked for.
        String asker = jwt.getClaimAsString("azp");
        if (asker == null ? Objects.requireNonNull(jwt.getAudience()).size() > 1 : !asker.equals(client)) {
            throw new JwtException("The token was asked for by another client");
        }
        return jwt;
    }
}

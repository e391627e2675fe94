package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Access tokens of an OpenID Connect issuer: signed by one of its keys, in time, and made out to us.
///
/// The issuer is asked where its keys are when the first of its tokens comes, not when the server starts: an issuer
/// that is away keeps nobody from starting, nor from entering by another way.
final class IssuedTokens {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// Else each token that comes meanwhile would wait for an issuer that does not answer.
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    /// What a token has that tells who signed in, and one that grants access has not.
    private static final List<String> OF_IDENTITY = List.of("nonce", "at_hash", "c_hash");

    private final String issuer;
    private final String audience;
    private final InstantSource clock;
    private @Nullable JwtDecoder decoder;
    private Instant notBefore = Instant.MIN;

    private IssuedTokens(String issuer, String audience, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /// @return nothing where no issuer is named
    static Optional<IssuedTokens> read(Environment environment, InstantSource clock) {
        String issuer = environment.getProperty("holdfast.oidc-issuer", "").strip();
        String audience = Stream.of("holdfast.oidc-audience", "holdfast.oidc-client-id")
                .map(name -> environment.getProperty(name, "").strip())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse("");
        if (!issuer.isEmpty() && audience.isEmpty()) {
            throw new IllegalArgumentException("HOLDFAST_OIDC_ISSUER is given, and not for whom its tokens have to be"
                    + " made out. Give HOLDFAST_OIDC_AUDIENCE, else a token for any other site of that issuer would"
                    + " open this one.");
        }
        return issuer.isEmpty() ? Optional.empty() : Optional.of(new IssuedTokens(issuer, audience, clock));
    }

    /// @throws BadJwtException when it is none that we take
    /// @throws Problem         CAPACITY when the issuer cannot be asked
    Jwt decode(String token) {
        JwtDecoder ready = decoder();
        try {
            return ready.decode(token);
        } catch (BadJwtException refused) {
            throw refused;
        } catch (JwtException away) {
            throw away(away);
        }
    }

    private synchronized JwtDecoder decoder() {
        JwtDecoder known = decoder;
        if (known != null) {
            return known;
        }
        if (clock.instant().isBefore(notBefore)) {
            throw away(null);
        }
        try {
            var made = make();
            decoder = made;
            return made;
        } catch (RuntimeException failure) {
            notBefore = clock.instant().plus(BETWEEN_ATTEMPTS);
            throw away(failure);
        }
    }

    private JwtDecoder make() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        var made = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(requests))
                .build();
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), this::madeOutToUs, IssuedTokens::grantsAccess));
        return made;
    }

    private OAuth2TokenValidatorResult madeOutToUs(Jwt token) {
        List<String> audiences = token.getAudience();
        return result(audiences != null && audiences.contains(audience), "it is made out to somebody else");
    }

    private static OAuth2TokenValidatorResult grantsAccess(Jwt token) {
        return result(OF_IDENTITY.stream().noneMatch(token::hasClaim), "it tells who signed in and grants nothing");
    }

    private static OAuth2TokenValidatorResult result(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }

    private static Problem away(@Nullable Throwable cause) {
        return new Problem(
                Problem.Kind.CAPACITY,
                "try_again",
                "The issuer of this token cannot be asked for its keys just now. Send the same request, with the same"
                        + " key, again.",
                List.of(),
                cause);
    }
}

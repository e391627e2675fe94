package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Bearer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/// Reads who is asking from a bearer token: one signed with the shared secret, or, when an issuer is configured, one of
/// that issuer.
final class Tokens {
    private static final int MAX_TOKEN = 8_192;
    private static final String SCHEME = "Bearer ";

    private final SharedSecret secret;
    private final @Nullable IssuedTokens issuer;
    private final InstantSource clock;

    /// @param issuer reads the tokens of an OpenID Connect issuer; null without one
    Tokens(SharedSecret secret, @Nullable IssuedTokens issuer, InstantSource clock) {
        this.secret = secret;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// @param authorization the header, as sent
    /// @throws Problem UNAUTHENTICATED
    Asking read(@Nullable String authorization) {
        if (authorization == null) {
            throw unauthenticated("token_missing", "Send 'Authorization: Bearer <token>'.");
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || authorization.length() > MAX_TOKEN) {
            throw invalid("the header is no bearer token of a sensible size");
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return secret.claimsToSign(token) ? readOurs(token) : readIssued(token);
    }

    private Asking readOurs(String token) {
        JsonNode claims = secret.claims(token).orElseThrow(() -> invalid("its signature does not hold"));
        // As doubles, which hold whatever a token may say: no instant is as far away as some issuers' for ever.
        double seconds = clock.instant().toEpochMilli() / 1_000.0;
        JsonNode expires = claims.path("exp");
        if (!expires.isNumber() || seconds >= expires.asDouble(0)) {
            throw invalid("it has expired, or does not say when it does");
        }
        JsonNode from = claims.path("nbf");
        if (from.isNumber() && seconds < from.asDouble(Double.MAX_VALUE)) {
            throw invalid("it is not valid yet");
        }
        JsonNode subject = claims.path("sub");
        return asking(subject.isString() ? subject.asString() : null, texts(claims.path("roles")))
                .reading(
                        claims.path("email").asString(""),
                        claims.path("email_verified").asBoolean(true),
                        claims.path("locale").asString(""));
    }

    private Asking readIssued(String token) {
        if (issuer == null) {
            throw invalid("it is no JWT signed with HS256");
        }
        try {
            Jwt jwt = issuer.decode(token);
            return asking(jwt.getSubject(), jwt.getClaims().get("roles"))
                    .reading(
                            Objects.requireNonNullElse(jwt.getClaimAsString("email"), ""),
                            !Boolean.FALSE.equals(jwt.getClaims().get("email_verified")),
                            Objects.requireNonNullElse(jwt.getClaimAsString("locale"), ""));
        } catch (BadJwtException refused) {
            throw invalid("its issuer's key does not confirm it, or it is not made out to us");
        }
    }

    private static Asking asking(@Nullable String subject, @Nullable Object roles) {
        try {
            var bearer = Bearer.of(subject, roles);
            return new Asking(bearer.member(), bearer.roles(), null, null);
        } catch (IllegalArgumentException unfit) {
            throw invalid(String.valueOf(unfit.getMessage()));
        }
    }

    /// A list of texts; null: there is none.
    private static @Nullable Object texts(JsonNode roles) {
        if (roles.isMissingNode() || roles.isNull()) {
            return null;
        }
        if (!roles.isArray()) {
            return roles;
        }
        List<String> texts = new ArrayList<>();
        roles.forEach(role -> texts.add(role.asString("")));
        return texts;
    }

    private static Problem invalid(String why) {
        return unauthenticated("token_invalid", "The token cannot be accepted: " + why + ". Get a new one.");
    }

    private static Problem unauthenticated(String code, String detail) {
        return new Problem(Problem.Kind.UNAUTHENTICATED, code, detail);
    }
}

package dev.holdfast.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.holdfast.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/// Reads who is asking from a bearer token: one signed with the shared secret, or, when an issuer is configured, one of
/// that issuer.
final class Tokens {
    private static final int MAX_TOKEN = 8_192;
    private static final int MAX_MEMBER = 64;
    private static final Set<String> ROLES = Set.of("fan", "operator", "planner", "store", "partner");
    private static final String SCHEME = "Bearer ";

    private final MACVerifier secret;
    private final @Nullable JwtDecoder issuer;
    private final InstantSource clock;

    /// @param secret its raw UTF-8 bytes are the key of HS256, at least 32 of them
    /// @param issuer reads the tokens of an OpenID Connect issuer; null without one
    Tokens(String secret, @Nullable JwtDecoder issuer, InstantSource clock) {
        try {
            this.secret = new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("HOLDFAST_JWT_SECRET needs at least 32 bytes.", tooShort);
        }
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
        try {
            JWSObject signed = JWSObject.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm());
            return ours ? readOurs(signed) : readIssued(token);
        } catch (ParseException malformed) {
            throw invalid("it is no signed JWT");
        }
    }

    private Asking readOurs(JWSObject signed) {
        try {
            if (!signed.verify(secret)) {
                throw invalid("its signature is wrong");
            }
        } catch (JOSEException unsupported) {
            throw invalid("its signature cannot be checked");
        }
        Map<String, Object> claims = signed.getPayload().toJSONObject();
        if (claims == null) {
            throw invalid("its claims are no JSON object");
        }
        Instant now = clock.instant();
        if (!(claims.get("exp") instanceof Number expires)
                || !now.isBefore(Instant.ofEpochSecond(expires.longValue()))) {
            throw invalid("it has expired, or does not say when it does");
        }
        if (claims.get("nbf") instanceof Number from && now.isBefore(Instant.ofEpochSecond(from.longValue()))) {
            throw invalid("it is not valid yet");
        }
        return asking(claims.get("sub"), claims.get("roles"));
    }

    private Asking readIssued(String token) {
        if (issuer == null) {
            throw invalid("it is not signed with HS256");
        }
        try {
            Jwt jwt = issuer.decode(token);
            return asking(jwt.getSubject(), jwt.getClaims().get("roles"));
        } catch (JwtException refused) {
            throw invalid("its issuer's key does not confirm it");
        }
    }

    private static Asking asking(@Nullable Object subject, @Nullable Object roles) {
        if (!(subject instanceof String member) || !plausible(member)) {
            throw invalid("'sub' must be a text of 1 to " + MAX_MEMBER + " characters without control characters");
        }
        return new Asking(member, roles(roles));
    }

    private static Set<String> roles(@Nullable Object claim) {
        if (claim == null) {
            return Set.of(Asking.FAN);
        }
        if (!(claim instanceof Collection<?> given)) {
            throw invalid("'roles' must be an array");
        }
        Set<String> roles = new HashSet<>(ROLES);
        roles.retainAll(List.copyOf(given));
        return given.isEmpty() ? Set.of(Asking.FAN) : roles;
    }

    private static boolean plausible(String member) {
        return !member.isBlank()
                && member.codePointCount(0, member.length()) <= MAX_MEMBER
                && member.codePoints().noneMatch(Character::isISOControl);
    }

    private static Problem invalid(String why) {
        return unauthenticated("token_invalid", "The token cannot be accepted: " + why + ". Get a new one.");
    }

    private static Problem unauthenticated(String code, String detail) {
        return new Problem(Problem.Kind.UNAUTHENTICATED, code, detail);
    }
}

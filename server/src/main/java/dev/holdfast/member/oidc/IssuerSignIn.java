package dev.holdfast.member.oidc;

import dev.holdfast.member.Bearer;
import dev.holdfast.member.Members;
import dev.holdfast.member.Secrets;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/// The face of sign-in by an issuer of OpenID Connect: the authorization code flow with PKCE.
///
/// It knows nobody by itself: whoever the issuer's token names is the member of that name, as with a token at the REST
/// interface, and its session is as any other.
public final class IssuerSignIn {
    /// Somebody may have to find a second device first.
    public static final Duration ATTEMPT_LIFE = Duration.ofMinutes(10);
    /// Under our own address; the issuer has to know it.
    public static final String RETURN = "/sign-in/issuer/back";

    private static final Logger LOG = LoggerFactory.getLogger(IssuerSignIn.class);
    /// Codes are short; whatever is longer is none.
    private static final int MAX_CODE = 4_096;

    private final IssuerSettings settings;
    private final Issuer issuer;
    private final Secrets secrets;
    private final Members members;
    private final Mails mails;
    private final Site site;
    private final Clock clock;
    private volatile @Nullable IdentityTokens tokens;

    IssuerSignIn(IssuerSettings settings, Secrets secrets, Members members, Mails mails, Site site, Clock clock) {
        this.settings = settings;
        this.issuer = new Issuer(settings);
        this.secrets = secrets;
        this.members = members;
        this.mails = mails;
        this.site = site;
        this.clock = clock;
    }

    /// An attempt that was begun.
    ///
    /// @param address where to lead the browser
    /// @param secret  for that browser alone, in a cookie; [#arrive] asks for it
    public record Begun(URI address, String secret) {}

    /// What came of an attempt.
    public sealed interface Arrived {
        /// @param session the new session's cookie
        record In(String session) implements Arrived {}

        /// It was not begun in this browser, was ended before, or the issuer's word is not to be believed.
        record Refused() implements Arrived {}

        /// The issuer does not answer.
        record Away() implements Arrived {}
    }

    /// By which people know the issuer.
    public String name() {
        return settings.name();
    }

    /// @return empty when the issuer does not answer
    public Optional<Begun> begin() {
        try {
            var attempt = new Attempt(secrets.make());
            var asked = new LinkedHashMap<String, String>();
            asked.put("response_type", "code");
            asked.put("client_id", settings.client());
            asked.put("redirect_uri", returned().toString());
            asked.put("scope", settings.scope());
            asked.put("state", attempt.state());
            asked.put("nonce", attempt.nonce());
            asked.put("code_challenge", attempt.challenge());
            asked.put("code_challenge_method", "S256");
            String place = issuer.described().authorization().toString();
            var address = place + (place.contains("?") ? "&" : "?") + Issuer.encoded(asked);
            return Optional.of(new Begun(URI.create(address), attempt.secret()));
        } catch (IOException | IllegalArgumentException away) {
            LOG.warn("Nobody can sign in with {}: {}", settings.issuer(), away.toString());
            return Optional.empty();
        }
    }

    /// Ends an attempt with what the browser came back with.
    ///
    /// @param secret of the attempt, as the browser kept it
    /// @param named  who the answer says it is from, where it does (RFC 9207)
    public Arrived arrive(
            @Nullable String secret, @Nullable String state, @Nullable String code, @Nullable String named) {
        if (secret == null || !Secrets.isShaped(secret) || state == null) {
            return new Arrived.Refused();
        }
        var attempt = new Attempt(secret);
        boolean another = named != null && !named.equals(settings.issuer().toString());
        if (!attempt.isAnsweredBy(state) || another || code == null || code.length() > MAX_CODE) {
            return new Arrived.Refused();
        }
        try {
            Optional<String> token = issuer.exchange(code, attempt.verifier(), returned());
            return token.isEmpty() ? new Arrived.Refused() : entered(tokens().read(token.get(), attempt.nonce()));
        } catch (JwtException | IllegalArgumentException unbelievable) {
            LOG.warn("A sign-in by {} was refused: {}", settings.issuer(), unbelievable.getMessage());
            return new Arrived.Refused();
        } catch (IOException away) {
            LOG.warn("A sign-in by {} could not be ended: {}", settings.issuer(), away.toString());
            return new Arrived.Away();
        }
    }

    private Arrived entered(Jwt token) {
        var bearer = Bearer.of(token.getSubject(), token.getClaims().get("roles"));
        if (bearer.roles().isEmpty()) {
            LOG.warn("{} has no role here, so nobody was signed in", bearer.member());
            return new Arrived.Refused();
        }
        String email = token.getClaimAsString("email");
        if (email != null && !Boolean.FALSE.equals(token.getClaims().get("email_verified"))) {
            mails.claimed(bearer.member(), email, token.getClaimAsString("locale"));
        }
        return new Arrived.In(members.open(bearer.member(), bearer.roles()));
    }

    /// Made when the first token comes: only then it is known where the issuer's keys are.
    private IdentityTokens tokens() throws IOException {
        IdentityTokens known = tokens;
        if (known == null) {
            known = new IdentityTokens(settings, issuer.described().keys(), clock);
            tokens = known;
        }
        return known;
    }

    private URI returned() {
        return site.address().resolve(RETURN);
    }
}

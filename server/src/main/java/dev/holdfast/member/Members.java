package dev.holdfast.member;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The face of the module: members, their sessions and sign-in links, and the trail of operators' acts.
public final class Members implements AutoCloseable {
    /// A fan comes back for most of a year, and signing in again needs a fresh link each time.
    static final Duration FAN_SESSION = Duration.ofDays(90);
    /// An operator can refund and forfeit: a forgotten browser must not stay open past the working day.
    static final Duration STAFF_SESSION = Duration.ofHours(12);

    public static final Duration LINK_LIFE = Duration.ofMinutes(15);

    private final Arrivals arrivals;
    private final Sessions sessions;
    private final SignInLinks links;
    private final AuditTrail trail;

    Members(Arrivals arrivals, Sessions sessions, SignInLinks links, AuditTrail trail) {
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.links = links;
        this.trail = trail;
    }

    /// Makes known a member whose token was just accepted. Costs a look into a cache and never waits.
    public void seen(String member) {
        arrivals.seen(member);
    }

    /// From when on members are known; without those who are not, or were seen less than a second ago.
    public Map<String, Instant> knownSince(List<String> members) {
        return arrivals.knownSince(members);
    }

    /// Signs a browser in.
    ///
    /// @return the cookie's value, which is kept nowhere else
    public String open(String member, Set<String> roles) {
        arrivals.seen(member);
        return sessions.open(member, roles, roles.equals(Set.of("fan")) ? FAN_SESSION : STAFF_SESSION);
    }

    /// The session a cookie stands for, unless it is unknown, ended or over.
    public Optional<Session> session(@Nullable String cookie) {
        return cookie == null ? Optional.empty() : sessions.find(cookie);
    }

    /// Signs one browser out: at once on this instance, within [Sessions#CACHED] on others.
    public void end(String cookie) {
        sessions.end(cookie);
    }

    /// Signs a member out everywhere.
    public void endAll(String member) {
        sessions.endAll(member);
    }

    /// Where a member is signed in, the latest first.
    public List<Session> sessionsOf(String member) {
        return sessions.of(member);
    }

    /// Signs a member out in every browser but one.
    ///
    /// @param cookie of the one
    /// @return how many were ended
    public int endOthers(String member, String cookie) {
        return sessions.endOthers(member, cookie);
    }

    /// A new link's secret part, good for one sign-in within [#LINK_LIFE].
    public String signInLink(String member, Set<String> roles) {
        return links.create(member, roles);
    }

    /// Uses a link up.
    ///
    /// @return the new session's cookie; empty when the link is unknown, over or was used before
    public Optional<String> redeem(String link) {
        return links.redeem(link).map(signIn -> open(signIn.member(), signIn.roles()));
    }

    /// Writes down an operator's act, within the running transaction: the act and its trace stand or fall together.
    public void audit(String actor, String act, String subject, String detail) {
        trail.append(actor, act, subject, detail);
    }

    /// The latest acts first, before the given number.
    ///
    /// @param limit at most [AuditTrail#MAX_PAGE] are given
    public AuditPage trail(@Nullable Long before, int limit) {
        return acts(new AuditQuery(null, null, null, before), limit);
    }

    /// The same for some of the acts.
    public AuditPage acts(AuditQuery query, int limit) {
        return trail.page(query, limit);
    }

    /// Every act that was ever written down, by its stable word.
    public List<String> knownActs() {
        return trail.known();
    }

    KnownPerson person(JdbcClient jdbc, InstantSource clock) {
        return new KnownPerson(jdbc, arrivals, sessions, clock);
    }

    @Override
    public void close() {
        arrivals.close();
    }
}

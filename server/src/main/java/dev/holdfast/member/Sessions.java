package dev.holdfast.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signed-in browsers, with a short memory in front of the table.
final class Sessions {
    /// How long another instance may still honour a session ended here. Short, because signing out must mean it;
    /// not zero, because a page and its fragments ask several times a second.
    static final Duration CACHED = Duration.ofSeconds(5);

    private static final int MAX_CACHED = 100_000;

    private final SessionStore store;
    private final Secrets secrets;
    private final Clock clock;
    private final Cache<String, Optional<Session>> cache = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHED)
            .build();

    Sessions(SessionStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    String open(String member, Set<String> roles, Duration life) {
        var cookie = secrets.make();
        var now = clock.instant();
        store.insert(Secrets.hash(cookie), new Session(member, roles, now, now.plus(life)));
        return cookie;
    }

    Optional<Session> find(String cookie) {
        if (!Secrets.isShaped(cookie)) {
            return Optional.empty();
        }
        return cache.get(cookie, asked -> store.find(Secrets.hash(asked)))
                .filter(session -> clock.instant().isBefore(session.expires()));
    }

    void end(String cookie) {
        store.end(Secrets.hash(cookie), clock.instant());
        cache.invalidate(cookie);
    }

    void endAll(String member) {
        store.endAll(member, clock.instant());
        cache.invalidateAll();
    }

    int endOthers(String member, String cookie) {
        int ended = store.endOthers(member, Secrets.hash(cookie), clock.instant());
        cache.invalidateAll();
        return ended;
    }

    /// Those of a member that are neither ended nor over, the latest first.
    List<Session> of(String member) {
        return store.of(member, clock.instant());
    }

    /// Asks the table anew for each of them.
    void forget() {
        cache.invalidateAll();
    }
}

package dev.holdfast.launch.news;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.Members;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of news: the webhooks to which operators have it sent.
public final class News {
    /// Each is called by every round of one worker; more is the business of a message broker.
    public static final int MAX_WEBHOOKS = 20;

    /// Beyond it "many" is answer enough.
    public static final int MAX_COUNTED = 10_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int SECRET_BYTES = 32;

    private final WebhookStore store;
    private final Destinations destinations;
    private final Members members;
    private final TransactionTemplate transactions;
    private final SecureRandom random;
    private final Clock clock;

    News(
            WebhookStore store,
            Destinations destinations,
            Members members,
            TransactionTemplate transactions,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.destinations = destinations;
        this.members = members;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /// Registers a webhook or changes it; the same again changes nothing.
    ///
    /// @param events    words of [Kind]
    /// @param newSecret whether one that is there gets another secret
    /// @throws Problem INVALID with every fault, or CONFLICT when there are too many
    public Registered register(String name, String url, List<String> events, boolean newSecret, String operator) {
        List<Fault> faults = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault("name", name, "must be 1 to 40 small letters, digits and hyphens"));
        }
        @Nullable URI destination = destination(url, faults);
        Set<Kind> kinds = kinds(events, faults);
        if (!faults.isEmpty() || destination == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_webhook",
                    "This is no valid webhook, so nothing was changed: "
                            + faults.getFirst().where() + " "
                            + faults.getFirst().reason() + ".",
                    faults);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            String secret = secret();
            boolean created = store.insert(name, destination, secret, kinds, clock.instant());
            if (!created && !store.change(name, destination, newSecret ? secret : null, kinds, clock.instant())) {
                // Removed between the two: it is new after all.
                created = store.insert(name, destination, secret, kinds, clock.instant());
            }
            if (created && store.count() > MAX_WEBHOOKS) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "too_many_webhooks",
                        "There are " + MAX_WEBHOOKS + " webhooks already. Remove one first, or fan out behind one.");
            }
            // The address may hold a key of its own: its host says enough.
            members.audit(operator, "register_webhook", name, String.valueOf(destination.getHost()));
            return new Registered(find(name), created, created || newSecret ? secret : null);
        }));
    }

    public List<Webhook> webhooks() {
        return store.all(null, MAX_COUNTED);
    }

    /// @throws Problem UNKNOWN
    public Webhook find(String name) {
        return store.all(name, MAX_COUNTED).stream().findFirst().orElseThrow(() -> unknown(name));
    }

    /// @throws Problem UNKNOWN
    public void remove(String name, String operator) {
        transactions.executeWithoutResult(status -> {
            if (!store.remove(name)) {
                throw unknown(name);
            }
            members.audit(operator, "remove_webhook", name, "");
        });
    }

    private @Nullable URI destination(String url, List<Fault> faults) {
        try {
            URI destination = new URI(url);
            destinations.objection(destination).ifPresent(reason -> faults.add(new Fault("url", null, reason)));
            return destination;
        } catch (java.net.URISyntaxException malformed) {
            faults.add(new Fault("url", null, "is no address"));
            return null;
        }
    }

    private static Set<Kind> kinds(List<String> events, List<Fault> faults) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String event : events) {
            Kind.of(event)
                    .ifPresentOrElse(
                            kinds::add, () -> faults.add(new Fault("events", event, "is no event there is news of")));
        }
        if (events.isEmpty()) {
            faults.add(new Fault("events", null, "must name at least one"));
        }
        return kinds;
    }

    private String secret() {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private static Problem unknown(String name) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_webhook", "There is no webhook '" + name + "'.");
    }
}

package dev.holdfast.launch.news;

import dev.holdfast.launch.news.WebhookStore.Item;
import dev.holdfast.launch.news.WebhookStore.Leased;
import dev.holdfast.launch.payment.WebhookSecret;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries the news to the webhooks, each at its own pace and from its own place.
///
/// A message holds up to 200 items of one kind. Where it ends is written down before it is sent, so a message that was
/// taken but not noted is sent again as the same message, under the same `webhook-id`: by that a receiver knows it.
final class Courier {
    static final int MAX_ITEMS = 200;
    static final Duration LEASE = Duration.ofMinutes(1);
    /// A receiver that is away for a weekend finds everything when it is back.
    static final Duration KEEP = Duration.ofDays(30);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_WAIT = Duration.ofHours(1);
    private static final int FORGET_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final WebhookStore store;
    private final WebhookCall call;
    private final Clock clock;
    private final Executor threads;
    private final Counter givenUp;

    /// @param threads where webhooks are called, each by itself
    /// @param givenUp items of news that a webhook wanted and did not take in time
    Courier(WebhookStore store, WebhookCall call, Clock clock, Executor threads, Counter givenUp) {
        this.store = store;
        this.call = call;
        this.clock = clock;
        this.threads = threads;
        this.givenUp = givenUp;
    }

    /// One round: whoever is due gets its messages, and nobody waits for who is slow.
    ///
    /// @return how many are due
    long sendDue() {
        givenUp.increment(store.forget(clock.instant().minus(KEEP), FORGET_AT_ONCE));
        List<Leased> due = store.lease(News.MAX_WEBHOOKS, clock.instant(), LEASE);
        due.forEach(webhook -> threads.execute(() -> sendAll(webhook)));
        return due.size();
    }

    /// Message after message, as long as they are taken and the lease lasts.
    private void sendAll(Leased webhook) {
        try {
            Instant end = clock.instant().plus(LEASE).minus(WebhookCall.WITHIN.multipliedBy(2));
            @Nullable Leased next = webhook;
            while (next != null && clock.instant().isBefore(end)) {
                next = send(next);
            }
            if (next != null) {
                store.idle(webhook.name(), clock.instant());
            }
        } catch (RuntimeException fault) {
            LOG.warn("Webhook {} is called again when its lease of {} is over", webhook.name(), LEASE, fault);
        }
    }

    /// @return where to go on; null when there is nothing more, or it was not taken
    private @Nullable Leased send(Leased webhook) {
        List<Item> items = message(store.items(webhook, MAX_ITEMS));
        if (items.isEmpty()) {
            store.idle(webhook.name(), clock.instant().plus(IDLE));
            return null;
        }
        long until = items.getLast().number();
        store.begin(webhook.name(), until);
        try {
            int status = post(webhook, items);
            if (status / 100 == 2) {
                Instant now = clock.instant();
                store.delivered(webhook.name(), until, now, now.plus(LEASE));
                return webhook.after(until);
            }
            fail(webhook, "It answered " + status + ".");
        } catch (IOException unreachable) {
            fail(webhook, words(unreachable));
        }
        return null;
    }

    /// For those who look after the webhook, and know nothing of our classes.
    private static String words(IOException unreachable) {
        return switch (unreachable) {
            case UnknownHostException unknown -> "Its host is not known: " + unknown.getMessage();
            case HttpTimeoutException _ -> "It did not answer in time.";
            case ConnectException _ -> "It takes no connection.";
            case SSLException _ -> "Its certificate cannot be trusted, or it does not speak TLS.";
            default -> "The connection broke before it had answered.";
        };
    }

    /// The items that follow each other and are of one kind.
    private static List<Item> message(List<Item> items) {
        return items.stream()
                .takeWhile(item -> item.kind() == items.getFirst().kind())
                .toList();
    }

    private int post(Leased webhook, List<Item> items) throws IOException {
        Instant now = clock.instant();
        byte[] body = body(items).getBytes(StandardCharsets.UTF_8);
        String id = "news-" + items.getFirst().number() + "-" + items.getLast().number();
        String signature = WebhookSecret.parse(webhook.secret()).sign(id, now.getEpochSecond(), body);
        return call.post(
                webhook.url(),
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        signature),
                body);
    }

    /// Facts are JSON already.
    private static String body(List<Item> items) {
        Item first = items.getFirst();
        return items.stream()
                .map(Item::facts)
                .collect(Collectors.joining(
                        ",",
                        "{\"type\":\"" + first.kind().word() + "\",\"timestamp\":\"" + first.at()
                                + "\",\"data\":{\"items\":[",
                        "]}}"));
    }

    private void fail(Leased webhook, String fault) {
        store.failed(webhook.name(), fault, clock.instant().plus(waitAfter(webhook.attempts())));
    }

    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 0; attempt < attempts && wait.compareTo(MAX_WAIT) < 0; attempt++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT;
    }
}

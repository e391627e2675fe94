package dev.holdfast.launch.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries signed messages to a webhook address, as badly as its [Mischief] says and as stubbornly as a provider does:
/// until the address answers with success, or the attempts are used up.
///
/// Every copy is a virtual thread that sleeps most of its life. Messages live in memory only: a provider that is
/// stopped
/// forgets them, which a real one would not.
final class WebhookCourier implements AutoCloseable {

    /// Copies on their way; some 2 KiB each. At the limit `send` says no.
    static final int MAX_PENDING = 10_000;

    /// With the doubling wait and its cap this is a quarter of an hour with the usual first wait of 3 seconds: longer
    /// than any restart of the address, short enough to be of use to somebody watching.
    static final int MAX_ATTEMPTS = 20;

    private static final Duration MAX_WAIT = Duration.ofMinutes(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /// The address is usually this very server: its fans come first.
    private static final int MAX_CONNECTIONS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);

    private final Semaphore pending = new Semaphore(MAX_PENDING);
    private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebhookSecret secret;
    private final Supplier<URI> address;
    private final Clock clock;
    private final Mischief mischief;
    private final long seed;

    WebhookCourier(WebhookSecret secret, Supplier<URI> address, Clock clock, Mischief mischief, long seed) {
        this.secret = secret;
        this.address = address;
        this.clock = clock;
        this.mischief = mischief;
        this.seed = seed;
    }

    /// False when too many messages are on their way already; then nothing is sent.
    boolean send(String webhookId, String body) {
        List<Mischief.Copy> copies = mischief.copies(seed, webhookId);
        if (!pending.tryAcquire(copies.size())) {
            return false;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            copies.forEach(copy -> threads.execute(() -> carry(copy, bytes)));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private void carry(Mischief.Copy copy, byte[] body) {
        try {
            Thread.sleep(copy.delay());
            Duration wait = mischief.retryAfter();
            for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
                boolean lost = attempt == 1 && copy.lostAtFirst();
                if (!lost && post(copy.webhookId(), body)) {
                    return;
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(MAX_WAIT) < 0 ? wait.multipliedBy(2) : MAX_WAIT;
            }
            LOG.warn("The sandbox gave up on webhook {} after {} attempts", copy.webhookId(), MAX_ATTEMPTS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            pending.release();
        }
    }

    private boolean post(String webhookId, byte[] body) throws InterruptedException {
        connections.acquire();
        try {
            HttpResponse<Void> answer = client.send(signed(webhookId, body), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException | IllegalStateException unreachable) {
            // The second of them is the address itself, while the server does not know its port yet.
            LOG.debug("Webhook {} did not get through", webhookId, unreachable);
            return false;
        } finally {
            connections.release();
        }
    }

    /// Signed anew for every attempt, for the receiver believes a time of the last five minutes only.
    private HttpRequest signed(String webhookId, byte[] body) {
        long now = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(address.get())
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header(StandardWebhook.ID, webhookId)
                .header(StandardWebhook.TIMESTAMP, Long.toString(now))
                .header(StandardWebhook.SIGNATURE, secret.sign(webhookId, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        client.shutdownNow();
        client.close();
    }
}

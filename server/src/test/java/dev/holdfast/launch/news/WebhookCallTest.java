package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.holdfast.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A webhook goes over HTTPS to whoever shows a certificate that is believed, for the name that was registered, and to
/// nobody else.
class WebhookCallTest {
    private static final Certificate OURS = Certificate.of("dns:localhost");
    private static final Certificate OTHER_NAME = Certificate.of("dns:hooks.example.com");
    private static final Destinations PRIVATE_TOO = new Destinations(true, false);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private @Nullable HttpsServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private URI receiver(Certificate shows) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shows.context()));
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/hook");
    }

    private static int post(WebhookCall call, URI to) throws IOException {
        return call.post(to, Map.of(), "news".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoShowsABelievedCertificateOfTheNameGetsTheNews() throws IOException {
        URI receiver = receiver(OURS);
        var call = new WebhookCall(PRIVATE_TOO, OURS.context().getSocketFactory());
        assertThat(post(call, receiver)).isEqualTo(204);
        assertThat(received).containsExactly("news");
    }

    @Test
    void whoShowsACertificateThatNobodyVouchesForGetsNothing() throws IOException {
        URI receiver = receiver(OURS);
        assertThatThrownBy(() -> post(new WebhookCall(PRIVATE_TOO), receiver)).isInstanceOf(SSLException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void whoShowsTheCertificateOfAnotherNameGetsNothing() throws IOException {
        URI receiver = receiver(OTHER_NAME);
        var call = new WebhookCall(PRIVATE_TOO, OTHER_NAME.context().getSocketFactory());
        assertThatThrownBy(() -> post(call, receiver)).isInstanceOf(SSLException.class);
        assertThat(received).isEmpty();
    }
}

package dev.holdfast.member.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Certificate;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/// With STARTTLS a letter is said only after the line is TLS, to a server whose certificate is believed and is of the
/// name in the settings.
class SmtpTransportTest {
    private static final Certificate OURS = Certificate.of("dns:localhost");
    private static final Certificate OTHER_NAME = Certificate.of("dns:mail.example.com");

    private static Delivery send(MailServer server, SSLSocketFactory trusted) {
        var settings =
                Map.of(SmtpSettings.URL, "smtp://localhost:" + server.port(), SmtpSettings.FROM, "launch@example.com");
        var transport = new SmtpTransport(SmtpSettings.read(settings::get).orElseThrow(), trusted);
        return transport.send(
                MailAddress.parse("fan@example.com").orElseThrow(), new Letter("Your window", "moved"), "news/1");
    }

    @Test
    void aLetterGoesToABelievedServerOfTheName() {
        try (var server = MailServer.secured(OURS.context())) {
            assertThat(send(server, OURS.context().getSocketFactory())).isEqualTo(new Delivery.Accepted());
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void nothingGoesToAServerThatNobodyVouchesFor() {
        try (var server = MailServer.secured(OURS.context())) {
            assertThat(send(server, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .isEqualTo(new Delivery.Failed(
                            "The mail server's certificate cannot be trusted, or it does not speak TLS."));
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void nothingGoesToAServerOfAnotherName() {
        try (var server = MailServer.secured(OTHER_NAME.context())) {
            assertThat(send(server, OTHER_NAME.context().getSocketFactory())).isInstanceOf(Delivery.Failed.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void nothingGoesInTheClearToAServerThatOffersNoTls() {
        try (var server = new MailServer()) {
            assertThat(send(server, OURS.context().getSocketFactory())).isInstanceOf(Delivery.Failed.class);
            assertThat(server.received()).isEmpty();
        }
    }
}

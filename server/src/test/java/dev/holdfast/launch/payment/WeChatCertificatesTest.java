package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A seller of the older kind, whose account has no public key of WeChat Pay and fetches its certificates.
class WeChatCertificatesTest {

    private static final char[] PASSWORD = "only-a-test".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fetchesTheCertificatesWhenTheyAreFirstNeeded() throws Exception {
        KeyStore store = certificate();
        X509Certificate certificate = (X509Certificate) store.getCertificate("platform");
        WeChatTwin twin = new WeChatTwin("1900000109");
        twin.signedWith = (PrivateKey) store.getKey("platform", PASSWORD);
        twin.signedAs = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        twin.certificates = published(certificate, twin.signedAs);
        try (LocalServer server = new LocalServer(twin)) {
            WeChatProvider weChat = provider("1900000109", server.address());
            assertThat(server.asked()).isEmpty();

            twin.trouble = twin.signed(500, WeChatTwin.error("SYSTEM_ERROR", "busy"));
            assertThat(weChat.refund(refund())).isInstanceOf(Refunding.Unreachable.class);
            assertThatThrownBy(() -> read(weChat, twin))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CAPACITY));

            twin.trouble = null;
            assertThat(weChat.refund(refund())).isEqualTo(new Refunding.Accepted());
            long fetched = fetched(server);
            assertThat(read(weChat, twin)).isInstanceOf(Reading.Verified.class);
            assertThat(fetched(server)).as("kept once they are there").isEqualTo(fetched);
            twin.signedWith = WeChatKeys.pair().getPrivate();
            assertThat(read(weChat, twin)).isInstanceOf(Reading.Forged.class);
        }
    }

    private static long fetched(LocalServer server) {
        return server.asked().stream()
                .filter(asked -> asked.path().startsWith("/v3/certificates"))
                .count();
    }

    private static Reading read(WeChatProvider weChat, WeChatTwin twin) {
        String number = WeChatNumber.of(OrderId.of(1, 1, 1), new Money(500_000, "CNY"));
        String body = WeChatTwin.envelope("TRANSACTION.SUCCESS", """
                {"mchid": "1900000109", "out_trade_no": "%s", "transaction_id": "42000001",
                 "amount": {"total": 500000, "currency": "CNY"}}""".formatted(number));
        Map<String, String> headers = twin.signature(Instant.now(), body);
        return weChat.read(headers::get, body.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    private WeChatProvider provider(String merchant, URI api) {
        return new WeChatProvider(new WeChatSettings(
                merchant,
                "wx_app",
                WeChatTwin.SERIAL,
                WeChatKeys.pem(folder, WeChatKeys.SELLER.getPrivate()),
                WeChatKeys.API_V3_KEY,
                null,
                URI.create("https://shop.example"),
                api));
    }

    private static RefundRequest refund() {
        return new RefundRequest(
                new UUID(7, 7), OrderId.of(1, 1, 1), "42000001", new Money(500_000, "CNY"), "cancelled");
    }

    private static String published(X509Certificate certificate, String serial) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        String sealed = WeChatKeys.seal("certificate", "61f9c719728a", pem);
        return """
                {"data": [{"serial_no": "%s", "effective_time": "2018-06-08T10:34:56+08:00",
                  "expire_time": "2038-12-08T10:34:56+08:00", "encrypt_certificate": {"algorithm": "AEAD_AES_256_GCM",
                  "nonce": "61f9c719728a", "associated_data": "certificate", "ciphertext": "%s"}}]}""".formatted(serial, sealed);
    }

    /// Made by the JDK's own tool, since the JDK has no library for making certificates.
    private KeyStore certificate() throws Exception {
        Path file = folder.resolve("platform.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "platform",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=Tenpay.com",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        return store;
    }
}

package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this server can reach and a stranger cannot stays out of a stranger's reach.
class DestinationsTest {
    private static final Destinations STRICT = new Destinations(false, false);
    private static final Destinations SAMPLE = new Destinations(false, true);
    private static final Destinations PRIVATE_TOO = new Destinations(true, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001:0:a00:1::"
            })
    void isNotPublic(String address) {
        assertThat(Destinations.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "192.1.0.1", "2606:4700::1111"})
    void isPublic(String address) {
        assertThat(Destinations.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com",
                "http://localhost:8080",
                "ftp://hooks.example.com",
                "https://user:password@hooks.example.com",
                "https://hooks.example.com/#part",
                "https:///hook",
                "hooks.example.com"
            })
    void isNoAddressToRegister(String url) {
        assertThat(STRICT.objection(URI.create(url))).isPresent();
    }

    @Test
    void plainHttpIsTakenToThisHostInTheSampleWorldAlone() {
        assertThat(SAMPLE.objection(URI.create("http://localhost:8080/hook"))).isEmpty();
        assertThat(SAMPLE.objection(URI.create("http://hooks.example.com/hook")))
                .isPresent();
        assertThat(STRICT.objection(URI.create("https://hooks.example.com/hook")))
                .isEmpty();
    }

    @Test
    void aNameIsJudgedByWhereItLeads() throws IOException {
        URI local = URI.create("https://localhost/hook");
        assertThatThrownBy(() -> STRICT.address(local)).isInstanceOf(IOException.class);
        assertThat(PRIVATE_TOO.address(local).isLoopbackAddress()).isTrue();
        URI metadata = URI.create("https://169.254.169.254/latest");
        assertThatThrownBy(() -> STRICT.address(metadata)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PRIVATE_TOO.address(metadata)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new WebhookCall(STRICT).post(metadata, Map.of(), new byte[0]))
                .isInstanceOf(IOException.class);
    }
}

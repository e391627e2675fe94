package dev.holdfast.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class NetworksTest {
    private static final String TRUSTED = "127.0.0.1, 10.0.0.0/8 ,fd00::/8";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.0",
        "203.0.113.250, 203.0.113.0",
        "2001:db8:1:203:5::9, 2001:db8:1:200:0:0:0:0",
        "2001:db8:1:2ff::1, 2001:db8:1:200:0:0:0:0",
        "2001:db8:1:300::1, 2001:db8:1:300:0:0:0:0",
    })
    void aNetworkIsABlockOf256Neighbours(String peer, String network) {
        assertThat(of("", peer, null)).isEqualTo(network);
    }

    @Test
    void nobodysWordIsBelievedUnlessTheOperatorNamedThem() {
        assertThat(of("", "127.0.0.1", "198.51.100.9")).isEqualTo("127.0.0.0");
        assertThat(of("", "10.1.2.3", "198.51.100.9")).isEqualTo("10.1.2.0");
        assertThat(of(TRUSTED, "203.0.113.7", "198.51.100.9")).isEqualTo("203.0.113.0");
    }

    @Test
    void ofAProxysListTheLastThatIsNoProxyIsTheCaller() {
        assertThat(of(TRUSTED, "10.1.2.3", "198.51.100.9")).isEqualTo("198.51.100.0");
        assertThat(of(TRUSTED, "10.1.2.3", "192.0.2.1, 198.51.100.9, 10.9.9.9")).isEqualTo("198.51.100.0");
        assertThat(of(TRUSTED, "fd12::1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:0");
    }

    @Test
    void whatACallerWroteInFrontOfTheListIsNotBelieved() {
        assertThat(of(TRUSTED, "127.0.0.1", "192.0.2.1, 203.0.113.7")).isEqualTo("203.0.113.0");
        assertThat(of(TRUSTED, "127.0.0.1", "unknown")).isEqualTo("127.0.0.0");
        assertThat(of(TRUSTED, "127.0.0.1", "203.0.113.7,")).isEqualTo("127.0.0.0");
        assertThat(of(TRUSTED, "127.0.0.1", "proxy.example.com")).isEqualTo("127.0.0.0");
    }

    @Test
    void aListOfProxiesThatIsNoneIsRefused() {
        for (String text : new String[] {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "::/129"}) {
            assertThatThrownBy(() -> new Networks(text))
                    .hasMessageContaining("HOLDFAST_TRUSTED_PROXIES")
                    .hasMessageContaining(text);
        }
    }

    private static String of(String trusted, String peer, @Nullable String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return new Networks(trusted).of(request);
    }
}

package dev.holdfast.member.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
    @Test
    void aMemberMayAskAHundredTimesAtOnceAndTwentyTimesASecondUnlessTheOperatorSaysOtherwise() {
        assertThat(Rate.read(Limit.MEMBER, Limit.MEMBER.normal())).contains(new Rate(100, 20, Duration.ofSeconds(1)));
        assertThat(Rate.read(Limit.NETWORK, Limit.NETWORK.normal())).isEmpty();
        assertThat(Rate.read(Limit.POLLS, Limit.POLLS.normal())).isEmpty();
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        Rates rates = new Rates(Map.of("holdfast.limit-orders", "2, 1/15m")::get);
        rates.admit(Limit.ORDERS, "fan-1");
        rates.admit(Limit.ORDERS, "fan-1");
        assertThatThrownBy(() -> rates.admit(Limit.ORDERS, "fan-1")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_OFTEN);
            assertThat(problem.retryAfter()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        });
        rates.admit(Limit.ORDERS, "fan-2");
        assertThat(rates.refused(Limit.ORDERS)).isOne();
    }

    @Test
    void oneLimitTakesNothingFromAnother() {
        Rates rates = new Rates(Map.of("holdfast.limit-orders", "1, 1/h", "holdfast.limit-lobby", "1, 1/h")::get);
        assertThat(rates.admits(Limit.ORDERS, "fan-1")).isTrue();
        assertThat(rates.admits(Limit.ORDERS, "fan-1")).isFalse();
        assertThat(rates.admits(Limit.LOBBY, "fan-1")).isTrue();
    }

    @Test
    void aLimitThatIsOffHoldsNobodyAndRemembersNobody() {
        Rates rates = new Rates(Map.of("holdfast.limit-member", "off")::get);
        assertThat(rates.holds(Limit.MEMBER)).isFalse();
        assertThat(IntStream.range(0, 1_000).allMatch(i -> rates.admits(Limit.MEMBER, "fan-1")))
                .isTrue();
    }

    @Test
    void whatIsRememberedIsBoundedHoweverManyAsk() {
        Rates rates = new Rates(Map.of("holdfast.limit-polls", "1, 1/h")::get);
        for (int i = 0; i < Rates.MAX_KNOWN + 50_000; i++) {
            rates.admits(Limit.POLLS, "network-" + i);
        }
        assertThat(rates.known(Limit.POLLS)).isLessThanOrEqualTo(Rates.MAX_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "100", "100/s", "0, 20/s", "100, 0/s", "100, 20/d", "100, 20/0s", "-1, 2/s", "1e9, 1/s"})
    void whatIsNoRateIsRefusedWithTheNameOfItsSetting(String text) {
        assertThatThrownBy(() -> Rate.read(Limit.MEMBER, text))
                .hasMessageContaining("HOLDFAST_LIMIT_MEMBER")
                .hasMessageContaining("100, 20/s");
    }
}

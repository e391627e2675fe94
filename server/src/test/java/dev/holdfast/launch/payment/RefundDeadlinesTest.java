package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.RefundDeadlines.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundDeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration YEAR = PatientProvider.YEAR;

    private final RefundDeadlines deadlines = new RefundDeadlines(new PaymentProviders(
            List.of(new PatientProvider("wechat", true), new PatientProvider("stripe", false)), false));

    @Test
    void warnsThirtyDaysBeforeAProviderRefundsNoMore() {
        Held fresh = held("wechat", NOW.minus(YEAR).plus(Duration.ofDays(30)).plusSeconds(1));
        Held soon = held("wechat", NOW.minus(YEAR).plus(Duration.ofDays(30)));
        Held gone = held("wechat", NOW.minus(YEAR));
        Held forEver = held("stripe", Instant.EPOCH);
        Held switchedOff = held("another", Instant.EPOCH);
        var warnings = deadlines.warnings(List.of(fresh, soon, forEver, gone, switchedOff), NOW);
        assertThat(warnings).extracting(RefundDeadlines.Warning::deposit).containsExactly(gone, soon);
        assertThat(warnings).extracting(warning -> warning.isTooLate(NOW)).containsExactly(true, false);
    }

    private static Held held(String provider, Instant paidAt) {
        return new Held(OrderId.of(1, 1, 1), provider, "payment-1", paidAt);
    }
}

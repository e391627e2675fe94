package dev.holdfast.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final Trail earlier = new Trail(Map.of("promise 1", "(a,2027-01-04)", "transfer 7", "(a,HELD,500)"));

    @Test
    void whatIsOnlyAppendedToPasses() {
        assertThat(later("(a,2027-01-04)", "(a,HELD,500)").count()).isZero();
    }

    @Test
    void aRowThatChangedIsCaught() {
        Finding found = later("(a,2027-02-01)", "(a,HELD,500)");
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.examples()).containsExactly("promise 1 was (a,2027-01-04) and is (a,2027-02-01)");
    }

    @Test
    void aRowThatIsGoneIsCaught() {
        Finding found = new Trail(Map.of("promise 1", "(a,2027-01-04)")).overwrittenSince(earlier);
        assertThat(found.examples()).containsExactly("transfer 7 was (a,HELD,500) and is gone");
    }

    private Finding later(String promise, String transfer) {
        return new Trail(Map.of("promise 1", promise, "transfer 7", transfer, "transfer 8", "(b,HELD,500)"))
                .overwrittenSince(earlier);
    }
}

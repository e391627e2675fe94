package dev.holdfast.supply.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeatTest {
    private final Seat seat = new Seat(Duration.ofMillis(10));

    @Test
    void onePlannerSitsAtATimeAndTheNextOneWhenTheyRise() {
        int done = seat.take(() -> {
            assertThatThrownBy(() -> seat.take(() -> 2)).hasMessageContaining("Others are planning");
            return 1;
        });
        assertThat(done).isEqualTo(1);
        assertThat(seat.take(() -> 2)).isEqualTo(2);
    }

    @Test
    void whoFailsLeavesIt() {
        assertThatThrownBy(() -> seat.take(() -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        assertThat(seat.take(() -> 2)).isEqualTo(2);
    }
}

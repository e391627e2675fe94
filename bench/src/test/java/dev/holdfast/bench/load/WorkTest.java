package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    void whoeverWaitsIsServedInOrderHoweverManyWait() {
        var work = new Work();
        var expected = new ArrayDeque<Integer>();
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(3) > 0) {
                work.add(i, i * 10L);
                expected.add(i);
            } else if (!expected.isEmpty()) {
                assertThat(work.firstTicket()).isEqualTo(expected.element());
                assertThat(work.firstIntended()).isEqualTo(expected.remove() * 10L);
                work.removeFirst();
            }
            assertThat(work.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Test
    void aTicketNamesItsKindAndAttempt() {
        int ticket = Work.ticket(Work.Kind.CANCEL, 2_000_000);
        assertThat(Work.kind(ticket)).isEqualTo(Work.Kind.CANCEL);
        assertThat(Work.attempt(ticket)).isEqualTo(2_000_000);
    }
}

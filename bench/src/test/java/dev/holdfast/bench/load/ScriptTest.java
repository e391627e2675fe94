package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final int ATTEMPTS = 100_000;
    private static final Showroom SHOWROOM = Showroom.forOrders(ATTEMPTS, LocalDate.of(2026, 11, 20));
    private final Script script = new Script("r", ATTEMPTS, ATTEMPTS, SHOWROOM, 7);

    @Test
    void fansBehaveInTheSharesOfALargeLaunch() {
        assertThat(share(attempt -> script.retriesAtOnce(attempt) || script.retriesLater(attempt)))
                .isCloseTo(0.03, within(0.002));
        assertThat(share(script::paidTwice)).isCloseTo(0.01, within(0.001));
        assertThat(share(script::neverPays)).isCloseTo(0.02, within(0.002));
        assertThat(share(script::cancels)).isCloseTo(0.01, within(0.001));
        assertThat(share(attempt -> script.cancels(attempt) && script.neverPays(attempt)))
                .isZero();
    }

    @Test
    void everyOfferIsWantedByItsShare() {
        for (int offer = 0; offer < SHOWROOM.offers().size(); offer++) {
            int wanted = offer;
            assertThat(share(attempt -> script.offer(attempt) == wanted))
                    .isCloseTo(SHOWROOM.offers().get(offer).share(), within(0.003));
        }
    }

    @Test
    void aScarceOfferHasAUnitForEverySecondFanAndEveryOtherHasRoom() {
        for (Showroom.Offer offer : SHOWROOM.offers()) {
            double demand = ATTEMPTS * offer.share();
            double units = offer.supply().total();
            assertThat(units / demand).isBetween(offer.share() == Showroom.SCARCE_SHARE ? 0.45 : 1.2, 1.4);
        }
        assertThat(SHOWROOM.offers().getLast().supply().total()).isEqualTo(250);
    }

    @Test
    void theSeedReplaysTheScript() {
        var again = new Script("r", ATTEMPTS, ATTEMPTS, SHOWROOM, 7);
        assertThat(IntStream.range(0, ATTEMPTS))
                .allMatch(attempt -> script.offer(attempt) == again.offer(attempt)
                        && script.cancels(attempt) == again.cancels(attempt));
    }

    private static double share(IntPredicate habit) {
        return IntStream.range(0, ATTEMPTS).filter(habit).count() / (double) ATTEMPTS;
    }
}

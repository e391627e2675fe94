package dev.holdfast.supply.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.supply.LaunchMetrics.Both;
import dev.holdfast.supply.LaunchMetrics.Forecasts;
import dev.holdfast.supply.LaunchMetrics.Supplier;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.plan.PlantBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What one supplier said of three deliveries of ten packs, and what came. This week is that of 1 March.
class PastWordsTest {
    private static final LocalDate THIS_WEEK = LocalDate.of(2027, 3, 1);

    private final List<SupplyEvent> words = new ArrayList<>();

    @Test
    void whoPutsADeliveryOffKeepsTheLastWordAndNotTheFirst() {
        say("A", 10, 6, "committed");
        say("A", 10, 4, "committed");
        say("A", 10, 4, "received");

        assertThat(supplier().clip()).isEqualTo(new Both(0, 1));
        assertThat(supplier().curveAdherence().current()).isZero();
        assertThat(supplier().curveAdherence().original())
                .as("two weeks without the ten, four with them")
                .isCloseTo(2 / 6.0, within(1e-9));
    }

    @Test
    void whatIsCutToNothingWasCommittedOnceAndIsNotAnyMore() {
        say("A", 10, 3, "committed");
        say("A", 0, 3, "committed");
        say("B", 10, 2, "committed");
        say("B", 10, 2, "received");

        assertThat(supplier().clip()).isEqualTo(new Both(0.5, 1));
    }

    @Test
    void whatIsNotDueYetIsNobodysFault() {
        say("A", 10, -2, "committed");
        assertThat(PastWords.of(words, plant()).suppliers()).isEmpty();
    }

    @Test
    void forecastsAreHeldAgainstWhatCame() {
        say("A", 14, 4, "forecast");
        say("A", 12, 4, "forecast");
        say("A", 12, 4, "committed");
        say("A", 10, 4, "received");
        say("B", 10, 2, "committed");
        say("B", 10, 2, "received");

        Forecasts forecasts = PastWords.of(words, plant()).forecasts();

        assertThat(forecasts.bias().original()).isCloseTo(0.4, within(1e-9));
        assertThat(forecasts.bias().current()).isCloseTo(0.2, within(1e-9));
        assertThat(forecasts.wape().original())
                .as("what was never forecast is no miss")
                .isCloseTo(0.4, within(1e-9));
    }

    @Test
    void withoutAForecastThereIsNothingToMiss() {
        say("B", 10, 2, "committed");
        assertThat(PastWords.of(words, plant()).forecasts().bias().original()).isNaN();
    }

    private Supplier supplier() {
        return PastWords.of(words, plant()).suppliers().getFirst();
    }

    private void say(String commitment, long units, int weeksAgo, String status) {
        int number = words.size() + 1;
        words.add(new SupplyEvent(
                number,
                Instant.EPOCH,
                "paula",
                "mail",
                null,
                Instant.EPOCH,
                THIS_WEEK,
                number,
                "commitment",
                commitment,
                true,
                null,
                "pack",
                "volt",
                null,
                units,
                null,
                THIS_WEEK.minusWeeks(weeksAgo),
                status));
    }

    private static AssembledPlant plant() {
        return new AssembledPlant(
                0,
                Horizon.from(THIS_WEEK),
                new PlantBuilder(104, 1, 1, 0).need(0, 0, 1, 0).build(),
                List.of("pro"),
                List.of("pack"),
                List.of(),
                List.of(0),
                Map.of(),
                "sha256:none",
                List.of());
    }
}

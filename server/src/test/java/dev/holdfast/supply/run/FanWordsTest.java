package dev.holdfast.supply.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Explanation;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.Spoken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Why a window moves, in a member's words.
class FanWordsTest {
    private static final LocalDate TOLD = LocalDate.of(2027, 3, 12);
    private static final LocalDate DUE = LocalDate.of(2027, 5, 3);
    private static final Spoken SPOKEN =
            new Spoken(Map.of("acme-b", Map.of("en", "Battery pack B", "zh", "电池包 B")), Map.of("paint-2", Map.of()));

    private final List<SupplyEvent> words = List.of(
            delivery(1, 10, DUE),
            delivery(2, 10, DUE.plusWeeks(1)),
            delivery(3, 10, DUE.plusWeeks(3)),
            delivery(4, 0, DUE.plusWeeks(3)));

    private static SupplyEvent delivery(long number, long units, LocalDate week) {
        return event(number, "commitment", "B-1", "acme-b", units, week);
    }

    private static SupplyEvent event(
            long number, String kind, String subject, @Nullable String component, long units, LocalDate week) {
        return new SupplyEvent(
                number,
                Instant.EPOCH,
                "paula",
                "mail",
                null,
                Instant.EPOCH,
                TOLD,
                number,
                kind,
                subject,
                true,
                null,
                component,
                "Acme Cells",
                null,
                units,
                null,
                week,
                "committed");
    }

    private Explanation explain(long known, @Nullable String binding, @Nullable Long event) {
        return explain(words, known, binding, event);
    }

    private static Explanation explain(
            List<SupplyEvent> words, long known, @Nullable String binding, @Nullable Long event) {
        return new FanWords(SPOKEN, Map.of("pro", Map.of("en", "Pro")), Set.of("paint-2"), words, known)
                .of(binding, event);
    }

    @Test
    void aDeliveryIsLateAgainstWhatThePlanInForceKnewHoweverOftenItMovedSince() {
        Explanation explained = explain(1, "acme-b", 3L);
        assertThat(explained.english())
                .isEqualTo("Battery pack B arrives three weeks late (the supplier told us on 12 March 2027).");
        assertThat(explained.chinese()).isEqualTo("电池包 B晚到三周（供应商于 2027年3月12日 告知）。");
        assertThat(explain(2, "acme-b", 3L).english()).startsWith("Battery pack B arrives two weeks late");
        assertThat(explain(3, "acme-b", 4L).english()).startsWith("Battery pack B: a delivery was cancelled");
    }

    @Test
    void whoDeliversIsNeverNamedNorWhatHasNoNameAmongPeople() {
        for (Long event : List.of(1L, 2L, 3L, 4L)) {
            for (String binding : List.of("acme-b", "acme-cell", "paint-2")) {
                Explanation explained = explain(1, binding, event);
                assertThat(explained.english() + explained.chinese()).doesNotContainIgnoringCase("acme");
            }
        }
        assertThat(explain(0, "acme-cell", null).english()).isEqualTo("A part decides your week.");
        assertThat(explain(1, "paint-2", 3L).english())
                .startsWith("A place in the plant decides your week. Behind it: Battery pack B arrives");
    }

    @Test
    void aCurveOfItsOwnIsAllThereIsToSayOfAnOffer() {
        SupplyEvent curve = event(1, "curve", "curve", null, 0, DUE);
        assertThat(explain(List.of(curve), 0, "pro", 1L).english())
                .isEqualTo("The supply was planned again (known since 12 March 2027).");
        assertThat(explain(List.of(curve), 0, "pro", null).english()).isEqualTo("Pro decides your week.");
    }

    @Test
    void everySentenceStandsInBothLanguages() {
        assertThat(Sentences.beside(FanWords.class).apply("zh").keys())
                .isEqualTo(Sentences.beside(FanWords.class).apply("en").keys());
    }
}

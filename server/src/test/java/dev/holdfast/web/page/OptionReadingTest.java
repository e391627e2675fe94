package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.web.page.Options.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OptionReadingTest {
    private static Offer offer(String id, String english, String chinese) {
        return new Offer(id, Map.of("en", english, "zh", chinese), 1, 1);
    }

    private static MasterCopy without(String offer) {
        var all = SampleWorld.options();
        return new MasterCopy(
                all.version(),
                "",
                all.columns(),
                all.rows().stream().filter(row -> !row.getFirst().equals(offer)).toList());
    }

    @Test
    void whatPlannersToldIsPickedInTheirOrderAndTheBodyIsDrawnAndNotPicked() {
        var options = OptionReading.of(SampleWorld.car().offers(), SampleWorld.options());
        assertThat(options.options().stream().map(Options.Option::id)).containsExactly("trim", "colour");
        assertThat(options.body()).isEqualTo("car");
        assertThat(options.options().get(1).kind()).isEqualTo(Kind.COLOUR);
        assertThat(options.choice("pro-green", 1)).isEqualTo("green");
    }

    @Test
    void anOfferThatPlannersDidNotTellOfLeavesAllToTheNames() {
        var options = OptionReading.of(SampleWorld.car().offers(), without("pro-green"));
        assertThat(options.body()).isNull();
        assertThat(options.options()).hasSize(2);
        assertThat(options.choice("pro-green", 0)).isEqualTo("Pro");
        assertThat(options.options().getFirst().choices().getFirst().name()).containsEntry("zh", "标准版");
    }

    @Test
    void aLanguageWhoseNamesHaveOtherPartsIsReadInTheOther() {
        var offers = List.of(offer("a", "Pro, red", "高配红"), offer("b", "Pro, blue", "高配蓝"));
        var options = OptionReading.of(offers, null);
        assertThat(options.options()).hasSize(1);
        assertThat(options.options().getFirst().choices().getFirst().name()).containsOnlyKeys("en");
    }

    @Test
    void offersThatNamesDoNotTellApartAreChoicesOfOneOption() {
        for (var names : List.of(List.of("One", "Two"), List.of("Pro, red", "Pro, red"), List.of("One", "Two, red"))) {
            var offers = List.of(
                    offer("a", names.getFirst(), names.getFirst()), offer("b", names.getLast(), names.getLast()));
            var options = OptionReading.of(offers, null);
            assertThat(options.options()).hasSize(1);
            assertThat(options.difference("a", "b")).containsExactly(0);
        }
    }

    @Test
    void aChoiceLeadsToTheOfferThatDiffersLeast() {
        var offers = List.of(
                offer("base-red", "Base, red", "标准版，红"),
                offer("max-blue", "Max, blue", "旗舰版，蓝"),
                offer("max-red", "Max, red", "旗舰版，红"));
        var options = OptionReading.of(offers, null);
        var ids = offers.stream().map(Offer::id).toList();
        assertThat(options.leadsTo("base-red", 0, "Max", ids)).hasValue("max-red");
        assertThat(options.leadsTo("base-red", 1, "blue", ids)).hasValue("max-blue");
    }

    @Test
    void aColourIsShownOnlyWhereOneIsNamed() {
        assertThat(Paint.of("moss green 苔绿")).hasValue(Paint.MOSS);
        assertThat(Paint.of("ink Ink black 墨黑")).hasValue(Paint.INK);
        assertThat(Paint.of("cup holder for drinks")).isEmpty();
        assertThat(Paint.of("pinkish")).isEmpty();
        assertThat(Objects.requireNonNull(Paint.of("雪白").orElse(null))).isEqualTo(Paint.SNOW);
    }
}

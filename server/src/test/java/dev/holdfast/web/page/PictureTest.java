package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Words words = Words.ENGLISH;

    @Test
    void theMarkStandsOnTheLevelInTheMiddleOfTheWindow() {
        var drawing =
                Pictures.order(SampleWorld.curve(90), SampleWorld.held(), words).wide();
        var window = Objects.requireNonNull(drawing.window());
        var here = Objects.requireNonNull(drawing.here());
        assertThat(here.x()).isBetween(window.x(), window.x() + window.width());
        assertThat(here.y()).isEqualTo(drawing.level());
    }

    @Test
    void everyEarlierWindowIsAGhostAndTheCurrentOneIsNot() {
        var drawing = Pictures.order(SampleWorld.curve(90), SampleWorld.moved(), words)
                .narrow();
        assertThat(drawing.earlier()).hasSize(2).doesNotContain(drawing.window());
    }

    @Test
    void everythingStaysInsideThePlot() {
        for (var line : new long[] {0, 1, 128_431, 1_000_000}) {
            var drawing = Pictures.line(SampleWorld.curve(4_200), line, words).narrow();
            assertThat(drawing.level())
                    .isBetween(drawing.plot().top(), drawing.plot().bottom());
            assertThat(drawing.units()).hasSizeBetween(1, 4);
            assertThat(drawing.weeks())
                    .allMatch(tick -> tick.at() < drawing.plot().right());
        }
    }

    @Test
    void aLineBeyondTheSupplyMeetsNothingAndSaysSo() {
        var picture = Pictures.line(SampleWorld.curve(10), 1_000_000, words);
        assertThat(picture.window()).isNull();
        assertThat(picture.wide().here()).isNull();
        assertThat(picture.summary()).contains("No supply reaches it");
    }

    @Test
    void curvesOfSeveralOffersAddUp() {
        var week = SampleWorld.FIRST_WEEK;
        var one = List.of(new Picture.Point(week, 5), new Picture.Point(week.plusWeeks(2), 9));
        var other = List.of(new Picture.Point(week.plusWeeks(1), 10));
        assertThat(Pictures.sum(List.of(one, other)))
                .containsExactly(
                        new Picture.Point(week, 5),
                        new Picture.Point(week.plusWeeks(1), 15),
                        new Picture.Point(week.plusWeeks(2), 19));
    }

    @Test
    void transitShiftsTheCurve() {
        var week = SampleWorld.FIRST_WEEK;
        assertThat(Pictures.arriving(List.of(new Picture.Point(week, 5)), 2))
                .containsExactly(new Picture.Point(week.plusWeeks(2), 5));
    }
}

package dev.holdfast.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.Machine;
import dev.holdfast.bench.load.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    private static final String MARKS =
            "before\n<!-- intake: written by ./holdfast bench intake --page -->\nof last year\n<!-- intake: end -->\nafter\n";

    private final Measured measured = new Measured(
            "2026-11-21T06:00:00Z",
            new Measured.Setting(List.of(1, 16), 5, 20, 3, 100),
            new Machine(4, 24, "25", "18", "on", "on"),
            0.2,
            List.of(new Measured.Person("one", "all of it")),
            List.of("redis: redis-server is not installed"),
            List.of(rate(1, 1, 200), rate(2, 1, 100), rate(3, 1, 1_300), rate(1, 16, 50)),
            List.of(new Measured.Duels("one", 100, 60, 10, 2, 0, 12, 1)));

    private static Measured.Rate rate(int run, int clients, double perSecond) {
        return new Measured.Rate(
                "one", run, clients, 100, 0, 0, perSecond, new Latencies.Summary(100, 1.5, 9, 20), 70.4, 0);
    }

    @Test
    void ratesAreMediansWithTheirRange() {
        assertThat(Table.of(measured))
                .contains("| one | 200 (100 to 1,300) | 50 (50 to 50) |")
                .contains("| one | 1.5, 9.0 / 70 | 1.5, 9.0 / 70 |")
                .contains("| one | 100 | 2 | 0 | 12 | 1 |")
                .contains("Left out, redis: redis-server is not installed.");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Middle.of(List.of(4, 1, 3, 2), number -> number)).isEqualTo(new Middle(2.5, 1, 4));
    }

    @Test
    void thePageKeepsEverythingOutsideItsMarks(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, MARKS);
        Page.put(page, "2026-11-21/intake-060000", measured, "TABLE");
        Page.put(page, "2026-11-21/intake-060000", measured, "TABLE");
        assertThat(Files.readString(page))
                .startsWith("before\n<!-- intake:")
                .endsWith("<!-- intake: end -->\nafter\n")
                .containsOnlyOnce("TABLE")
                .doesNotContain("of last year")
                .doesNotContain("smoke run");
    }

    @Test
    void aPageWithoutMarksIsLeftAlone(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "words");
        assertThatThrownBy(() -> Page.put(page, "x", measured, "TABLE")).hasMessageContaining("lacks the marks");
        assertThat(page).hasContent("words");
    }

    @Test
    void thePictureHasALineForEachPeer() {
        assertThat(Picture.of(measured))
                .startsWith("<svg")
                .contains(">one</text>")
                .endsWith("</svg>\n");
    }
}

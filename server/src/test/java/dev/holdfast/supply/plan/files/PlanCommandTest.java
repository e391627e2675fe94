package dev.holdfast.supply.plan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `holdfast plan` through its door: files in, files out, exit codes and what is said on the way.
class PlanCommandTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int FOLDERS = Integer.getInteger("holdfast.plan.folders", 300);
    private static final int WEEKS = 7;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter said = new StringWriter();

    @Test
    void aStrangerWithTheFilesAloneComesToTheSameWeeks() throws IOException {
        int placed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FOLDERS; seed++) {
            Path in = folder.resolve("in" + seed);
            new RandomFolder(seed, WEEKS).write(in);
            assertThat(plan(in, "--start", RandomFolder.START.toString(), "--weeks", "" + WEEKS))
                    .as("seed %d: %s", seed, said)
                    .isZero();
            List<String> week = promises().stream().map(row -> row[2]).toList();
            assertThat(week).as("seed %d", seed).isEqualTo(new Stranger(in, RandomFolder.START, WEEKS).line());
            placed += (int) week.stream().filter(one -> !one.isEmpty()).count();
        }
        System.out.printf("holdfast plan: %d folders from seed %d, %d orders placed%n", FOLDERS, FIRST_SEED, placed);
        assertThat(placed).isGreaterThan(FOLDERS);
    }

    @Test
    void aStrangerCanCarryOutWhatTheOtherRulesPlan() throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FOLDERS / 3; seed++) {
            Path in = folder.resolve("in" + seed);
            new RandomFolder(seed, WEEKS).write(in);
            var stranger = new Stranger(in, RandomFolder.START, WEEKS);
            for (String rule : List.of("stay-put", "protect-all")) {
                plan(in, "--start", RandomFolder.START.toString(), "--weeks", "" + WEEKS, "--rule", rule);
                List<String> week = promises().stream().map(row -> row[2]).toList();
                assertThat(stranger.accepts(week)).as("%s, seed %d", rule, seed).isTrue();
                assertThat(report().get("overtakes").asLong()).isEqualTo(stranger.overtakes(week));
                assertThat(report().get("envy").asLong() > 0 && rule.equals("stay-put"))
                        .isFalse();
                assertThat(report().get("overtakes").asLong() > 0 && rule.equals("stay-put"))
                        .isFalse();
            }
        }
    }

    @Test
    void promisesNearTheStartAreFrozenByTheHorizon() throws IOException {
        Path in = smallFolder();
        Files.writeString(in.resolve("line.csv"), """
                position,configuration,promised
                1,blue,2027-01-25
                2,blue,2027-01-18
                """);

        plan(in, "--frozen", "1");
        assertThat(promises().stream().map(row -> row[2])).containsExactly("2027-01-18", "2027-01-25");
        plan(in, "--frozen", "2");
        assertThat(promises().stream().map(row -> row[2])).containsExactly("2027-01-25", "2027-01-18");
    }

    @Test
    void theProgressBarIsDrawnForAPersonOnly() {
        var seen = new StringWriter();
        var bar = new ProgressBar(new PrintWriter(seen), true, 2);
        bar.step("line.csv");
        bar.step("plan");
        bar.end();
        new ProgressBar(new PrintWriter(said), false, 2).step("plan");

        assertThat(seen.toString())
                .contains("[" + ".".repeat(30) + "] line.csv")
                .contains("[" + "#".repeat(15) + ".".repeat(15) + "] plan");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void theSamePlanComesOutByteForByteWhateverTheLineEndsOrTheMark() throws IOException {
        Path in = smallFolder();
        plan(in);
        byte[] first = Files.readAllBytes(folder.resolve("out/promises.csv"));
        String hash = report().get("inputHash").asString();
        plan(in);
        assertThat(Files.readAllBytes(folder.resolve("out/promises.csv"))).isEqualTo(first);
        assertThat(report().get("inputHash").asString()).isEqualTo(hash).startsWith("sha256:");

        for (String file : List.of("line.csv", "bom.csv", "supply.csv")) {
            String text = Files.readString(in.resolve(file)).replace("\n", "\r\n");
            Files.writeString(in.resolve(file), "\uFEFF" + text);
        }
        assertThat(plan(in)).as(said.toString()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out/promises.csv"))).isEqualTo(first);
        assertThat(report().get("inputHash").asString()).isNotEqualTo(hash);
    }

    @Test
    void thePlanSaysWeekAndWhatHeldIt() throws IOException {
        assertThat(plan(smallFolder())).as(said.toString()).isZero();

        assertThat(Files.readString(folder.resolve("out/promises.csv"))).isEqualTo("""
                position,configuration,week,binding
                1,"red, large",2027-01-04,
                2,blue,2027-01-18,wheel
                4,blue,2027-01-25,wheel
                7,"red, large",,frame
                """);
        assertThat(Files.readString(folder.resolve("out/plan.svg")))
                .startsWith("<svg")
                .contains("red, large");
    }

    @Test
    void theReportHasEveryFigureOfTheContract() throws IOException {
        plan(smallFolder(), "--rule", "stay-put", "--weeks", "6");

        JsonNode report = report();
        assertThat(report.propertyNames())
                .contains(
                        "orders",
                        "beyondHorizon",
                        "seconds",
                        "totalWaitingWeeks",
                        "totalLatenessWeeks",
                        "bound",
                        "gap",
                        "overtakes",
                        "envy",
                        "frozenViolations",
                        "promisesBroken",
                        "inputHash");
        assertThat(report.get("rule").asString()).isEqualTo("stay-put");
        assertThat(report.get("orders").asInt()).isEqualTo(4);
        assertThat(report.get("beyondHorizon").asInt()).isEqualTo(1);
        assertThat(report.get("totalLatenessWeeks").asInt()).isEqualTo(3);
        assertThat(report.get("promisesBroken").asInt()).isEqualTo(1);
    }

    @Test
    void everyFaultIsListedWithItsPlace() throws IOException {
        Path in = smallFolder();
        Files.writeString(in.resolve("line.csv"), """
                position,configuration,promised,frozen,band,notBefore
                1,blue,2027-01-05,,,
                1,blue,,maybe,best,
                0,ghost,2027-13-05,,,
                2.5,blue,,,,,
                """);
        Files.writeString(in.resolve("bom.csv"), """
                parent,child,quantity,leadTimeWeeks
                blue,wheel,-2,0
                blue,frame,1.5,1
                frame,hub,1,x
                hub,blue,1,0
                """);
        Files.writeString(in.resolve("supply.csv"), "component,week,amount\nwheel,2027-01-04,1\n");
        Files.writeString(
                in.resolve("capacity.csv"), "resource,week,capacity\npaint,2027-01-04,1\npaint,2027-01-04,2\n");

        assertThat(plan(in)).isEqualTo(2);
        assertThat(said.toString().lines())
                .contains(
                        "line.csv:2: promised: 2027-01-05: must be a Monday, and is a Tuesday",
                        "line.csv:3: frozen: maybe: must be true or false",
                        "line.csv:3: band: best: must be one of frozen, win, gain, keep, redistribute, fill, lose",
                        "line.csv:4: position: 0: must be from 1 to 999999999999",
                        "line.csv:4: promised: 2027-13-05: must be a date like 2027-08-02",
                        "line.csv:5: row: 2.5,blue,,,,,: has 7 fields under a header of 6",
                        "bom.csv:2: quantity: -2: must be a whole number from 1 to 1000000000",
                        "bom.csv:3: quantity: 1.5: must be a whole number from 1 to 1000000000",
                        "bom.csv:4: leadTimeWeeks: x: must be a whole number from 0 to 1040",
                        "bom.csv:5: child: blue: closes a cycle: blue > frame > hub > blue",
                        "supply.csv:1: header: amount: is not a column of this file; its columns are component,week,quantity",
                        "supply.csv:1: header: quantity: is missing in the header; the columns are component,week,quantity",
                        "capacity.csv:3: week: 2027-01-04: is already given for paint by line 2");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPositionIsTakenOnceOnly() throws IOException {
        Path in = smallFolder();
        Files.writeString(in.resolve("line.csv"), "position,configuration\n3,blue\n1,blue\n3,blue\n");

        assertThat(plan(in)).isEqualTo(2);
        assertThat(said.toString().strip()).isEqualTo("line.csv:4: position: 3: is already taken by line 2");
    }

    @Test
    void anItemWithNeitherChildrenNorSupplyIsAFault() throws IOException {
        Path in = smallFolder();
        Files.writeString(
                in.resolve("bom.csv"),
                "parent,child,quantity,leadTimeWeeks\nblue,wheel,2,0\nblue,bolt,1,0\n",
                StandardCharsets.UTF_8);

        assertThat(plan(in)).isEqualTo(2);
        assertThat(said.toString().lines())
                .containsExactly(
                        "line.csv:4: configuration: red, large: has neither children in bom.csv nor rows in supply.csv",
                        "bom.csv:3: child: bolt: has neither children in bom.csv nor rows in supply.csv, needed by blue");
    }

    @Test
    void anItemWithSupplyRowsIsNotExplodedFurther() throws IOException {
        Path in = smallFolder();
        Files.writeString(
                in.resolve("bom.csv"), Files.readString(in.resolve("bom.csv")) + "wheel,rim,1,4\nrim,ore,9,9\n");

        assertThat(plan(in)).as(said.toString()).isZero();
        assertThat(promises().get(1)).containsExactly("2", "blue", "2027-01-18", "wheel");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path in = smallFolder();
        Files.delete(in.resolve("bom.csv"));

        assertThat(plan(in)).isEqualTo(2);
        assertThat(said.toString().strip()).isEqualTo("bom.csv:1: file: " + in.resolve("bom.csv") + ": does not exist");
    }

    @Test
    void textThatIsNotUtf8IsAFault() throws IOException {
        Path in = smallFolder();
        Files.write(
                in.resolve("supply.csv"),
                "component,week,quantity\nwh\u00e9el,2027-01-04,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(plan(in)).isEqualTo(2);
        assertThat(said.toString()).startsWith("supply.csv:2: file: supply.csv: is not UTF-8");
    }

    @Test
    void badOptionsAreRefusedWithTheirValue() throws IOException {
        Path in = smallFolder();

        assertThat(plan(in, "--start", "2027-01-05")).isEqualTo(2);
        assertThat(plan(in, "--start", "soon")).isEqualTo(2);
        assertThat(plan(in, "--weeks", "0")).isEqualTo(2);
        assertThat(plan(in, "--frozen", "-1")).isEqualTo(2);
        assertThat(plan(in, "--rule", "fastest")).isEqualTo(2);
        assertThat(plan(folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(said.toString())
                .contains("2027-01-05: must be a Monday, and is a Tuesday")
                .contains("soon: must be a date like")
                .contains("--weeks: 0: must be a whole number from 1 to 1040")
                .contains("--frozen: -1: must be")
                .contains("fastest: must be one of line, stay-put, protect-all")
                .contains("nowhere: is not a folder");
    }

    /// Four orders, two configurations, a shared wheel that comes in pairs, and too few frames.
    private Path smallFolder() throws IOException {
        Path in = Files.createDirectories(folder.resolve("small"));
        Files.writeString(in.resolve("line.csv"), """
                position,configuration,promised
                2,blue,2027-01-18
                4,blue,
                1,"red, large",2027-01-04
                7,"red, large",2027-01-25
                """);
        Files.writeString(in.resolve("bom.csv"), """
                parent,child,quantity,leadTimeWeeks
                blue,wheel,2,1
                "red, large",frame,1,0
                """);
        Files.writeString(in.resolve("supply.csv"), """
                component,week,quantity
                wheel,2027-01-11,2
                wheel,2027-01-18,3
                frame,2026-12-28,1
                frame,2027-01-04,0
                """);
        return in;
    }

    private int plan(Path in, String... more) {
        var command = new CommandLine(new PlanCommand());
        var writer = new PrintWriter(said, true);
        command.setErr(writer);
        command.setOut(new PrintWriter(new StringWriter()));
        var arguments = new ArrayList<>(
                List.of("--in", in.toString(), "--out", folder.resolve("out").toString()));
        if (!List.of(more).contains("--start")) {
            arguments.addAll(List.of("--start", "2027-01-04"));
        }
        return command.execute(
                Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private List<String[]> promises() throws IOException {
        return Stranger.rows(folder.resolve("out/promises.csv"));
    }

    private JsonNode report() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out/report.json")));
    }
}

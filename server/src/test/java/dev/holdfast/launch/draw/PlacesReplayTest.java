package dev.holdfast.launch.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.draw.PlacesReplay.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlacesReplayTest {
    private static final int FANS = 400;
    private static final int PLACES = 40;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<Quota> QUOTAS = List.of(
            new Quota("city north", 15, null),
            new Quota("owner of s1-pro", 12, 13),
            new Quota("city north, customer for 12 months", 4, null));

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();

    private static List<Entrant> list() {
        return IntStream.rangeClosed(1, FANS)
                .mapToObj(fan -> new Entrant(
                        HexFormat.of().formatHex(Hashes.ofTicket(DrawOnPaper.ticketId(fan))),
                        (fan % 5 == 0 ? 1 : 0) | (fan % 3 == 0 ? 2 : 0) | (fan % 20 == 0 ? 4 : 0)))
                .sorted((one, other) -> one.hash().compareTo(other.hash()))
                .toList();
    }

    private static PlacesText.Read draw(DrawStatement.@Nullable Revealed revealed, List<PlaceMove> moves) {
        List<Entrant> list = list();
        var statement = new PlacesStatement(
                "spring-tour",
                PLACES,
                QUOTAS,
                list.size(),
                PlacesStatement.root(PLACES, QUOTAS, list),
                Hashes.commitment(DrawOnPaper.SEED),
                "drand quicknet round 4711, published at api.drand.sh",
                NOON.plusSeconds(180),
                NOON,
                revealed);
        return new PlacesText.Read(statement, list, moves);
    }

    private static PlacesText.Read drawn() {
        return draw(DrawOnPaper.revealed(), List.of());
    }

    /// Ten leave, holders and reserves, and whose turn it is moves up each time.
    private static List<PlaceMove> moves() {
        var replay = PlacesReplay.of(drawn());
        var holders = new ArrayList<>(replay.first());
        var reserves = new ArrayList<>(replay.drawn());
        reserves.removeAll(holders);
        var seating = new Seating(PLACES, QUOTAS);
        holders.forEach(holder -> seating.sit(holder.fits()));
        var moves = new ArrayList<PlaceMove>();
        for (int leaving = 0; leaving < 10; leaving++) {
            Instant at = NOON.plusSeconds(600L + leaving);
            if (leaving % 4 == 3) {
                moves.add(new PlaceMove(at, false, reserves.removeFirst().hash()));
                continue;
            }
            Entrant holder = holders.removeFirst();
            seating.leave(holder.fits());
            moves.add(new PlaceMove(at, false, holder.hash()));
            int next = seating.fill(reserves.stream().mapToInt(Entrant::fits).toArray(), 1)[0];
            moves.add(new PlaceMove(at, true, reserves.remove(next).hash()));
        }
        return moves;
    }

    @Test
    void quotas_are_kept_and_a_most_is_not_passed() {
        var replay = PlacesReplay.of(drawn());
        assertEquals(List.of(), replay.findings());
        assertEquals(PLACES, replay.first().size());
        for (int quota = 0; quota < QUOTAS.size(); quota++) {
            int bit = 1 << quota;
            long held = replay.first().stream()
                    .filter(one -> (one.fits() & bit) != 0)
                    .count();
            Integer most = QUOTAS.get(quota).most();
            assertTrue(held >= QUOTAS.get(quota).least(), QUOTAS.get(quota) + ": " + held);
            assertTrue(most == null || held <= most, QUOTAS.get(quota) + ": " + held);
        }
    }

    @Test
    void moves_by_the_rule_are_replayed_and_one_out_of_turn_is_noticed() {
        var replay = PlacesReplay.of(draw(DrawOnPaper.revealed(), moves()));
        assertEquals(List.of(), replay.findings());
        assertEquals(
                PLACES,
                replay.standings().values().stream()
                        .filter(Standing.PLACE::equals)
                        .count());
        var bent = new ArrayList<>(moves());
        String last = replay.drawn().getLast().hash();
        bent.set(1, new PlaceMove(NOON, true, last));
        assertTrue(PlacesReplay.of(draw(DrawOnPaper.revealed(), bent))
                .findings()
                .getFirst()
                .contains("passed over"));
    }

    @Test
    void a_quota_written_into_the_list_afterwards_is_noticed() throws IOException {
        Path file = file("bent.txt", drawn());
        Files.writeString(file, Files.readString(file).replaceFirst(" -\n", " 1\n"));
        assertEquals(1, verify(file.toString()));
        assertTrue(said.toString().contains("their root is another"), said.toString());
    }

    @Test
    void other_places_or_quotas_are_noticed() throws IOException {
        Path file = file("bent.txt", drawn());
        Files.writeString(file, Files.readString(file).replaceFirst("places: 40", "places: 41"));
        assertEquals(1, verify(file.toString()));
        Files.writeString(file, Files.readString(file).replaceFirst("places: 41", "places: 40"));
        assertEquals(0, verify(file.toString()), "as it was");
        Files.writeString(file, Files.readString(file).replaceFirst("quota 1: 15", "quota 1: 14"));
        assertEquals(1, verify(file.toString()));
    }

    @Test
    void the_file_from_before_agrees_and_moves_may_only_be_added() throws IOException {
        Path before = file("before.txt", draw(null, List.of()));
        Path after = file("after.txt", draw(DrawOnPaper.revealed(), moves()));
        assertEquals(0, verify(before.toString(), after.toString()));
        assertEquals(1, verify(after.toString(), file("less.txt", drawn()).toString()));
        assertTrue(said.toString().contains("are gone from the later one"), said.toString());
    }

    @Test
    void a_fan_finds_how_they_stand() throws IOException {
        Path after = file("after.txt", draw(DrawOnPaper.revealed(), moves()));
        String id = HexFormat.of().formatHex(DrawOnPaper.ticketId(42));
        assertEquals(0, verify(after.toString(), "--ticket", id));
        assertTrue(said.toString().contains("of 400; stands now: "), said.toString());
        assertEquals(1, verify(after.toString(), "--ticket", HexFormat.of().formatHex(DrawOnPaper.ticketId(9_999))));
    }

    @Test
    void what_is_no_draw_is_refused_with_its_line() throws IOException {
        Path file = file("bent.txt", drawn());
        Files.writeString(file, Files.readString(file).replaceFirst("quotas: 3", "quotas: many"));
        assertEquals(2, verify(file.toString()));
        assertTrue(said.toString().contains("line 4: "), said.toString());
    }

    @Test
    void an_independent_script_gives_the_same_standings() throws IOException, InterruptedException {
        Path after = file("after.txt", draw(DrawOnPaper.revealed(), moves()));
        Path ours = folder.resolve("ours.csv");
        assertEquals(0, verify(after.toString(), "--places", ours.toString()));
        Path script = Path.of("..", "docs", "verify-places.py").toAbsolutePath();
        Path theirs = folder.resolve("theirs.csv");
        Process python = new ProcessBuilder("python3", script.toString(), after.toString())
                .redirectOutput(theirs.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, python.waitFor());
        assertEquals(FANS + 1, Files.readAllLines(ours).size());
        assertEquals(-1, Files.mismatch(ours, theirs));
    }

    private int verify(String... arguments) {
        said.getBuffer().setLength(0);
        return new CommandLine(new VerifyDrawCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }

    private Path file(String name, PlacesText.Read draw) throws IOException {
        Path file = folder.resolve(name);
        try (var to = Files.newOutputStream(file)) {
            PlacesText.write(draw, to);
        }
        return file;
    }
}

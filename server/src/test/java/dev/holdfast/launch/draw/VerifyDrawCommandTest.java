package dev.holdfast.launch.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyDrawCommandTest {
    private static final int FANS = 2_000;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private Path before = Path.of("");
    private Path after = Path.of("");

    @BeforeEach
    void publish() throws IOException {
        before = file("before.txt", DrawOnPaper.tickets(FANS), null);
        after = file("after.txt", DrawOnPaper.tickets(FANS), DrawOnPaper.revealed());
    }

    @Test
    void a_fan_finds_their_place() {
        int place = new Draw(DrawOnPaper.tickets(FANS), Hashes.key(DrawOnPaper.SEED, DrawOnPaper.FIGURE)).places()[41];
        String id = HexFormat.of().formatHex(DrawOnPaper.ticketId(42));
        assertEquals(0, verify(after, "--ticket", id));
        assertTrue(said.toString().contains("Place %,d of 2,000.".formatted(place)), said.toString());
        assertEquals(0, verify(after, "--ticket", "ticket~s1-pro~" + id + "~42~1790000000~signature"));
    }

    @Test
    void a_ticket_that_is_not_in_the_list_is_not_found() {
        assertEquals(1, verify(after, "--ticket", HexFormat.of().formatHex(DrawOnPaper.ticketId(FANS + 1))));
    }

    @Test
    void the_file_from_before_the_figure_agrees() {
        assertEquals(0, verify(before, after.toString()));
        assertEquals(0, verify(before));
        assertTrue(said.toString().contains("not in the file yet"), said.toString());
    }

    @Test
    void a_ticket_exchanged_after_the_freeze_is_noticed() throws IOException {
        assertEquals(1, verify(changed("\n[0-9a-f]{32}\n", "\n00000000000000000000000000000000\n")));
        assertTrue(said.toString().contains("its root is another"), said.toString());
    }

    @Test
    void a_ticket_added_after_the_freeze_is_noticed_by_whoever_saved_the_list() throws IOException {
        Path added = file("added.txt", DrawOnPaper.tickets(FANS + 1), DrawOnPaper.revealed());
        assertEquals(0, verify(added), "alone it fits together");
        assertEquals(1, verify(before, added.toString()));
        assertTrue(said.toString().contains("The root was "), said.toString());
    }

    @Test
    void another_seed_is_noticed() throws IOException {
        assertEquals(1, verify(changed("\nseed: ..", "\nseed: 00")));
        assertTrue(said.toString().contains("not the one that was committed to"), said.toString());
    }

    @Test
    void a_ticket_taken_out_is_noticed() throws IOException {
        assertEquals(1, verify(changed("\n[0-9a-f]{32}\n", "\n")));
        assertTrue(said.toString().contains("has 1999 tickets, and the file says 2000"), said.toString());
    }

    @Test
    void a_freeze_after_the_figure_is_noticed() throws IOException {
        assertEquals(1, verify(changed("\nfrozen: 2026", "\nfrozen: 2027")));
        assertTrue(said.toString().contains("could be known already"), said.toString());
    }

    @Test
    void what_is_no_draw_is_refused_with_its_line() throws IOException {
        assertEquals(2, verify(changed("\nroot: ", "\nroots: ")));
        assertTrue(said.toString().contains("line 4: must begin with 'root: '"), said.toString());
        assertEquals(2, verify(changed("\n[0-9a-f]{32}\n", "\nxyz\n")));
        assertTrue(said.toString().contains("line 12: must be a hash"), said.toString());
    }

    @Test
    void an_independent_script_gives_the_same_places() throws IOException, InterruptedException {
        Path places = folder.resolve("places.csv");
        assertEquals(0, verify(after, "--places", places.toString()));
        Path script = Path.of("..", "docs", "verify-draw.py").toAbsolutePath();
        Path theirs = folder.resolve("theirs.csv");
        Process python = new ProcessBuilder("python3", script.toString(), after.toString())
                .redirectOutput(theirs.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, python.waitFor());
        assertEquals(FANS + 1, Files.readAllLines(places).size());
        assertEquals(-1, Files.mismatch(places, theirs));
    }

    private int verify(Path file, String... more) {
        said.getBuffer().setLength(0);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new VerifyDrawCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path changed(String pattern, String to) throws IOException {
        String text = Files.readString(after);
        String changed = Pattern.compile(pattern).matcher(text).replaceFirst(to);
        Path file = folder.resolve("changed.txt");
        return Files.writeString(file, changed);
    }

    private Path file(String name, TicketHashes tickets, DrawStatement.@Nullable Revealed revealed) throws IOException {
        Path file = folder.resolve(name);
        FrozenList sorted = FrozenList.of(tickets);
        try (var to = Files.newOutputStream(file)) {
            DrawText.write(DrawOnPaper.statement(sorted, revealed), sorted, to);
        }
        assertTrue(Files.readString(file, StandardCharsets.UTF_8).startsWith("Holdfast draw 1\n"));
        return file;
    }
}

package dev.holdfast.launch.draw;

import dev.holdfast.launch.draw.DrawText.NotADraw;
import dev.holdfast.launch.draw.PlacesReplay.Standing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// What `holdfast verify-draw` says of a draw with quotas.
///
/// @param places where every ticket and how it stands is written; null: nowhere
record PlacesReport(
        PrintWriter out, PrintWriter err, @Nullable Path places) {
    private static final int BROKEN = 1;

    static boolean canRead(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return PlacesText.FIRST.equals(text.readLine());
        }
    }

    int tell(List<Path> files, byte @Nullable [] ticketId) throws IOException {
        var reads = new ArrayList<PlacesText.Read>();
        var findings = new ArrayList<String>();
        PlacesReplay best = null;
        for (Path file : files) {
            try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                PlacesText.Read read = PlacesText.read(text);
                PlacesReplay replay = PlacesReplay.of(read);
                replay.findings().forEach(finding -> findings.add(file + ": " + finding));
                reads.add(read);
                // The one that knows most: a file from before the figure was known only confirms the list.
                best = best == null
                                || replay.standings().size() >= best.standings().size()
                        ? replay
                        : best;
            } catch (NotADraw malformed) {
                err.println(file + ": " + malformed.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
        }
        reads.stream().skip(1).forEach(later -> differences(reads.getFirst(), later, findings));
        if (best == null || !findings.isEmpty()) {
            findings.forEach(err::println);
            return BROKEN;
        }
        return tell(reads.getLast(), best, ticketId);
    }

    private static void differences(PlacesText.Read earlier, PlacesText.Read later, List<String> findings) {
        PlacesStatement one = earlier.statement();
        PlacesStatement other = later.statement();
        DrawCheck.differ(findings, "event", one.event(), other.event());
        DrawCheck.differ(findings, "root", one.root(), other.root());
        DrawCheck.differ(findings, "commitment", one.commitment(), other.commitment());
        DrawCheck.differ(findings, "named figure", one.figureNamed(), other.figureNamed());
        DrawCheck.differ(findings, "time of the figure", one.figureAt(), other.figureAt());
        DrawCheck.differ(findings, "time of the freeze", one.frozenAt(), other.frozenAt());
        var revealed = one.revealed();
        if (revealed != null && !revealed.equals(other.revealed())) {
            findings.add("The files give another figure or seed.");
        }
        int known = earlier.moves().size();
        if (known > later.moves().size()
                || !earlier.moves().equals(later.moves().subList(0, known))) {
            findings.add("Moves that stood in the earlier file are gone from the later one.");
        }
    }

    private int tell(PlacesText.Read read, PlacesReplay replay, byte @Nullable [] ticketId) throws IOException {
        PlacesStatement says = read.statement();
        out.printf("The list of %,d tickets is the one frozen at %s.%n", says.tickets(), says.frozenAt());
        if (replay.drawn().isEmpty()) {
            out.println("The figure is not in the file yet. Save this file: it is what a later one is held against.");
            return CommandLine.ExitCode.OK;
        }
        out.println("The seed is the one committed to. Hold the figure against its publisher: " + says.figureNamed());
        out.printf(
                "%,d places were drawn, and %,d moves since are by the rule.%n",
                replay.first().size(), read.moves().size());
        if (places != null) {
            write(places, replay);
        }
        return ticketId == null ? CommandLine.ExitCode.OK : find(replay, ticketId);
    }

    private int find(PlacesReplay replay, byte[] ticketId) {
        String hash = HexFormat.of().formatHex(Hashes.ofTicket(ticketId));
        Standing standing = replay.standings().get(hash);
        if (standing == null) {
            err.println("The ticket is not in the list.");
            return BROKEN;
        }
        int drawn = replay.drawn().stream().map(Entrant::hash).toList().indexOf(hash) + 1;
        out.printf(
                "Drawn as %,d of %,d; stands now: %s.%n", drawn, replay.drawn().size(), said(standing));
        return CommandLine.ExitCode.OK;
    }

    private static void write(Path to, PlacesReplay replay) throws IOException {
        var lines = new StringBuilder("drawn,hash,now\n");
        int drawn = 0;
        for (Entrant entrant : replay.drawn()) {
            Standing now = replay.standings().getOrDefault(entrant.hash(), Standing.LEFT);
            lines.append(++drawn)
                    .append(',')
                    .append(entrant.hash())
                    .append(',')
                    .append(said(now))
                    .append('\n');
        }
        Files.writeString(to, lines);
    }

    private static String said(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}

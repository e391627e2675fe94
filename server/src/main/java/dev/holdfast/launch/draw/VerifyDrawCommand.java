package dev.holdfast.launch.draw;

import dev.holdfast.launch.draw.DrawText.NotADraw;
import dev.holdfast.launch.draw.DrawText.Read;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `holdfast verify-draw`: replays a published draw. Needs no server, and trusts none.
@Command(
        name = "verify-draw",
        description = "Replays a published draw and finds the place of a ticket. Of several files of one draw, such as"
                + " one saved before the figure was known, it also says whether they agree.",
        mixinStandardHelpOptions = true)
public final class VerifyDrawCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int REFUSED = CommandLine.ExitCode.USAGE;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            arity = "1..10",
            paramLabel = "FILE",
            description = "the draw as /launches/{launch}/draw or /events/{event}/draw gives it")
    private List<Path> files = List.of();

    @Option(names = "--ticket", paramLabel = "TICKET", description = "a ticket, or its id in hexadecimal: find it")
    private @Nullable String ticket;

    @Option(names = "--places", paramLabel = "FILE", description = "write every place with its hash into this file")
    private @Nullable Path places;

    @Override
    public Integer call() throws IOException {
        var err = commandLine().getErr();
        byte[] ticketId = ticket == null ? null : ticketId(ticket);
        if (PlacesReport.canRead(files.getFirst())) {
            return new PlacesReport(commandLine().getOut(), err, places).tell(files, ticketId);
        }
        var reads = new ArrayList<Read>();
        var findings = new ArrayList<String>();
        for (Path file : files) {
            try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                Read read = DrawText.read(text);
                reads.add(read);
                DrawCheck.findings(read).forEach(finding -> findings.add(file + ": " + finding));
            } catch (NotADraw malformed) {
                err.println(file + ": " + malformed.getMessage());
                return REFUSED;
            }
        }
        for (Read later : reads.subList(1, reads.size())) {
            findings.addAll(DrawCheck.differences(reads.getFirst(), later));
        }
        if (!findings.isEmpty()) {
            findings.forEach(err::println);
            return BROKEN;
        }
        // The one that knows most: a file from before the figure was known only confirms the list.
        Read last = reads.stream()
                .filter(read -> read.statement().revealed() != null)
                .findFirst()
                .orElse(reads.getFirst());
        return tell(last, ticketId);
    }

    private int tell(Read read, byte @Nullable [] ticketId) throws IOException {
        var out = commandLine().getOut();
        var statement = read.statement();
        var revealed = statement.revealed();
        out.printf("The list of %,d tickets is the one frozen at %s.%n", statement.tickets(), statement.frozenAt());
        if (revealed == null) {
            out.println("The figure is not in the file yet. Save this file: it is what a later one is held against.");
            return CommandLine.ExitCode.OK;
        }
        out.println("The seed is the one committed to. Figure: " + revealed.figure());
        out.println("Hold that against its publisher: " + statement.figureNamed());
        int[] order = new Draw(read.sorted(), Hashes.key(HexFormat.of().parseHex(revealed.seed()), revealed.figure()))
                .order();
        if (places != null) {
            write(places, read.sorted(), order);
        }
        return ticketId == null ? CommandLine.ExitCode.OK : find(read.sorted(), order, ticketId);
    }

    private int find(TicketHashes list, int[] order, byte[] ticketId) {
        var wanted = new TicketHashes();
        wanted.add(Hashes.ofTicket(ticketId));
        for (int rank = 0; rank < order.length; rank++) {
            if (list.high(order[rank]) == wanted.high(0) && list.low(order[rank]) == wanted.low(0)) {
                commandLine().getOut().printf("Place %,d of %,d.%n", rank + 1, order.length);
                return CommandLine.ExitCode.OK;
            }
        }
        commandLine().getErr().println("The ticket is not in the list. Maybe it was entered after the freeze.");
        return BROKEN;
    }

    private static void write(Path to, TicketHashes list, int[] order) throws IOException {
        try (var lines = new PrintWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
            var hex = HexFormat.of();
            lines.print("place,hash\n");
            for (int rank = 0; rank < order.length; rank++) {
                int index = order[rank];
                lines.print(
                        (rank + 1) + "," + hex.toHexDigits(list.high(index)) + hex.toHexDigits(list.low(index)) + "\n");
            }
            if (lines.checkError()) {
                throw new IOException(to + " could not be written whole");
            }
        }
    }

    /// A ticket names its id in its third part.
    private byte[] ticketId(String text) {
        String[] parts = text.strip().split("~", -1);
        try {
            return HexFormat.of().parseHex(parts.length > 2 ? parts[2] : parts[0]);
        } catch (IllegalArgumentException malformed) {
            throw new CommandLine.ParameterException(
                    commandLine(), "--ticket: " + text + ": is neither a ticket nor its id in hexadecimal");
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("The command line gives a command its specification before it calls it");
        }
        return spec.commandLine();
    }
}

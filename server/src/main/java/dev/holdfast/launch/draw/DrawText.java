package dev.holdfast.launch.draw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A draw as the text that anybody can have: a line for each thing it says, an empty line, then a line for each hash.
///
/// Lines and not JSON, so that a list of ten million is read as it comes, and a script of any language needs no
/// library.
public final class DrawText {
    static final String FIRST = "Holdfast draw 1";
    static final int MAX_LINE = 2_000;
    static final String UNKNOWN = "-";
    private static final List<String> NAMES = List.of(
            "launch", "tickets", "root", "commitment", "figure named", "figure known from", "frozen", "figure", "seed");
    private static final int LINE_BYTES = TicketHashes.BYTES * 2 + 1;
    private static final int LINES_AT_ONCE = 2_000;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /// @param sorted what a later line may not undo: the hashes as they stood in the file
    public record Read(DrawStatement statement, TicketHashes sorted) {}

    /// Not a draw's text, or not a whole one.
    public static final class NotADraw extends Exception {
        private static final long serialVersionUID = 1;

        NotADraw(String message) {
            super(message);
        }
    }

    private DrawText() {}

    public static void write(DrawStatement statement, FrozenList list, OutputStream to) throws IOException {
        to.write((header(statement) + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] lines = new byte[LINES_AT_ONCE * LINE_BYTES];
        int at = 0;
        for (int rank = 0; rank < list.size(); rank++) {
            at = hex(list.low(rank), lines, hex(list.high(rank), lines, at));
            lines[at++] = '\n';
            if (at == lines.length) {
                to.write(lines);
                at = 0;
            }
        }
        to.write(lines, 0, at);
    }

    private static int hex(long number, byte[] to, int at) {
        for (int digit = 0; digit < Long.SIZE / 4; digit++) {
            to[at + digit] = DIGITS[(int) (number >>> (Long.SIZE - 4 - digit * 4)) & 15];
        }
        return at + Long.SIZE / 4;
    }

    static String header(DrawStatement of) {
        var revealed = of.revealed();
        var values = List.of(
                of.launch(),
                String.valueOf(of.tickets()),
                of.root(),
                of.commitment(),
                of.figureNamed(),
                of.figureAt().toString(),
                of.frozenAt().toString(),
                revealed == null ? UNKNOWN : revealed.figure(),
                revealed == null ? UNKNOWN : revealed.seed());
        var lines = new StringBuilder(FIRST).append('\n');
        for (int i = 0; i < NAMES.size(); i++) {
            lines.append(NAMES.get(i)).append(": ").append(values.get(i)).append('\n');
        }
        return lines.toString();
    }

    /// @throws NotADraw saying which line is not as it should be
    public static Read read(BufferedReader text) throws IOException, NotADraw {
        int number = 1;
        if (!FIRST.equals(line(text, number))) {
            throw new NotADraw("line 1: must be '" + FIRST + "'");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String line = line(text, ++number);
            if (line == null || !line.startsWith(name + ": ")) {
                throw new NotADraw("line " + number + ": must begin with '" + name + ": '");
            }
            values.put(name, line.substring(name.length() + 2));
        }
        if (!"".equals(line(text, ++number))) {
            throw new NotADraw("line " + number + ": must be empty");
        }
        DrawStatement statement = statement(values);
        return new Read(statement, hashes(text, number));
    }

    private static DrawStatement statement(Map<String, String> values) throws NotADraw {
        try {
            String figure = values.getOrDefault("figure", UNKNOWN);
            String seed = values.getOrDefault("seed", UNKNOWN);
            return new DrawStatement(
                    values.getOrDefault("launch", ""),
                    Integer.parseInt(values.getOrDefault("tickets", "")),
                    values.getOrDefault("root", ""),
                    values.getOrDefault("commitment", ""),
                    values.getOrDefault("figure named", ""),
                    Instant.parse(values.getOrDefault("figure known from", "")),
                    Instant.parse(values.getOrDefault("frozen", "")),
                    seed.equals(UNKNOWN) ? null : new DrawStatement.Revealed(figure, seed));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new NotADraw("lines 2 to 10: " + malformed.getMessage());
        }
    }

    private static TicketHashes hashes(BufferedReader text, int before) throws IOException, NotADraw {
        TicketHashes hashes = new TicketHashes();
        int number = before;
        for (String line = line(text, ++number); line != null; line = line(text, ++number)) {
            if (line.length() != LINE_BYTES - 1 || hashes.size() == TicketHashes.MAX) {
                throw new NotADraw("line " + number + ": must be a hash of 32 hexadecimal digits, and at most "
                        + TicketHashes.MAX + " of them");
            }
            try {
                hashes.add(Long.parseUnsignedLong(line, 0, 16, 16), Long.parseUnsignedLong(line, 16, 32, 16));
            } catch (NumberFormatException malformed) {
                throw new NotADraw("line " + number + ": is not hexadecimal");
            }
        }
        return hashes;
    }

    static @Nullable String line(BufferedReader text, int number) throws IOException, NotADraw {
        String line = text.readLine();
        if (line != null && line.length() > MAX_LINE) {
            throw new NotADraw("line " + number + ": is longer than " + MAX_LINE + " characters");
        }
        return line;
    }
}

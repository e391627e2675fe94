package dev.holdfast.launch.draw;

import dev.holdfast.launch.draw.DrawText.NotADraw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draw with quotas as the text that anybody can have: what it says, an empty line, a line for each
/// ticket, an empty line, and a line for each move since.
public final class PlacesText {
    static final String FIRST = "Holdfast draw 2";

    /// As many as a list of applicants is built for; a file that says more is none of ours.
    static final int MAX_LINES = 2_000_000;

    /// @param sorted the list as it stood in the file
    public record Read(PlacesStatement statement, List<Entrant> sorted, List<PlaceMove> moves) {
        public Read {
            sorted = List.copyOf(sorted);
            moves = List.copyOf(moves);
        }
    }

    private PlacesText() {}

    public static void write(Read draw, OutputStream to) throws IOException {
        Writer lines = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        PlacesStatement says = draw.statement();
        var revealed = says.revealed();
        lines.write(FIRST + "\nevent: " + says.event() + "\n");
        lines.write(PlacesStatement.decides(says.places(), says.quotas()));
        lines.write("tickets: " + says.tickets() + "\nroot: " + says.root() + "\ncommitment: " + says.commitment()
                + "\nfigure named: " + says.figureNamed() + "\nfigure known from: " + says.figureAt() + "\nfrozen: "
                + says.frozenAt() + "\nfigure: " + (revealed == null ? DrawText.UNKNOWN : revealed.figure())
                + "\nseed: " + (revealed == null ? DrawText.UNKNOWN : revealed.seed()) + "\n\n");
        for (Entrant entrant : draw.sorted()) {
            lines.write(entrant.line() + "\n");
        }
        lines.write("\n");
        for (PlaceMove move : draw.moves()) {
            lines.write(move.line() + "\n");
        }
        lines.flush();
    }

    /// @throws NotADraw saying which line is not as it should be
    public static Read read(BufferedReader text) throws IOException, NotADraw {
        var lines = new Lines(text);
        lines.expect(FIRST);
        try {
            String event = lines.value("event");
            int places = Integer.parseInt(lines.value("places"));
            List<Quota> quotas = quotas(lines);
            int tickets = Integer.parseInt(lines.value("tickets"));
            String root = lines.value("root");
            String commitment = lines.value("commitment");
            String figureNamed = lines.value("figure named");
            Instant figureAt = Instant.parse(lines.value("figure known from"));
            Instant frozenAt = Instant.parse(lines.value("frozen"));
            String figure = lines.value("figure");
            String seed = lines.value("seed");
            lines.expect("");
            var statement = new PlacesStatement(
                    event,
                    places,
                    quotas,
                    tickets,
                    root,
                    commitment,
                    figureNamed,
                    figureAt,
                    frozenAt,
                    seed.equals(DrawText.UNKNOWN) ? null : new DrawStatement.Revealed(figure, seed));
            return new Read(statement, entrants(lines, quotas.size()), moves(lines));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new NotADraw("line " + lines.number + ": " + malformed.getMessage());
        }
    }

    private static List<Quota> quotas(Lines lines) throws IOException, NotADraw {
        int count = Integer.parseInt(lines.value("quotas"));
        if (count < 0 || count > Quota.MAX) {
            throw new NotADraw("line " + lines.number + ": must be 0 to " + Quota.MAX);
        }
        var quotas = new ArrayList<Quota>();
        for (int quota = 1; quota <= count; quota++) {
            String[] parts = lines.value("quota " + quota).split(" ", 3);
            if (parts.length < 3) {
                throw new NotADraw("line " + lines.number + ": must say least, most and who fits");
            }
            quotas.add(new Quota(
                    parts[2],
                    Integer.parseInt(parts[0]),
                    parts[1].equals(DrawText.UNKNOWN) ? null : Integer.valueOf(parts[1])));
        }
        return quotas;
    }

    private static List<Entrant> entrants(Lines lines, int quotas) throws IOException, NotADraw {
        var entrants = new ArrayList<Entrant>();
        for (String line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 2 || entrants.size() == MAX_LINES) {
                throw new NotADraw("line " + lines.number + ": must be a hash and its quotas, and at most " + MAX_LINES
                        + " of them");
            }
            entrants.add(new Entrant(hash(parts[0], lines), fits(parts[1], quotas, lines)));
        }
        return entrants;
    }

    private static int fits(String text, int quotas, Lines lines) throws NotADraw {
        int fits = 0;
        for (String number : text.equals(DrawText.UNKNOWN) ? new String[0] : text.split(",", -1)) {
            int quota = Integer.parseInt(number);
            if (quota < 1 || quota > quotas) {
                throw new NotADraw("line " + lines.number + ": there is no quota " + quota);
            }
            fits |= 1 << (quota - 1);
        }
        return fits;
    }

    private static List<PlaceMove> moves(Lines lines) throws IOException, NotADraw {
        var moves = new ArrayList<PlaceMove>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] parts = line.split(" ", -1);
            boolean known =
                    parts.length == 3 && List.of(PlaceMove.UP, PlaceMove.LEFT).contains(parts[1]);
            if (!known || moves.size() == MAX_LINES) {
                throw new NotADraw("line " + lines.number + ": must be an instant, 'up' or 'left', and a hash");
            }
            moves.add(new PlaceMove(Instant.parse(parts[0]), parts[1].equals(PlaceMove.UP), hash(parts[2], lines)));
        }
        return moves;
    }

    private static String hash(String text, Lines lines) throws NotADraw {
        if (!text.matches("[0-9a-f]{32}")) {
            throw new NotADraw("line " + lines.number + ": must have a hash of 32 hexadecimal digits");
        }
        return text;
    }

    /// A text line by line, so that whatever is wrong is named by its number.
    private static final class Lines {
        private final BufferedReader text;
        private int number;

        private Lines(BufferedReader text) {
            this.text = text;
        }

        private @Nullable String next() throws IOException, NotADraw {
            return DrawText.line(text, ++number);
        }

        private void expect(String wanted) throws IOException, NotADraw {
            if (!wanted.equals(next())) {
                throw new NotADraw("line " + number + ": must be " + (wanted.isEmpty() ? "empty" : "'" + wanted + "'"));
            }
        }

        private String value(String name) throws IOException, NotADraw {
            String line = next();
            if (line == null || !line.startsWith(name + ": ")) {
                throw new NotADraw("line " + number + ": must begin with '" + name + ": '");
            }
            return line.substring(name.length() + 2);
        }
    }
}

package dev.holdfast.launch.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A draw with quotas done again from its published text, with every move since.
public final class PlacesReplay {
    /// Where one ticket stands.
    public enum Standing {
        PLACE,
        RESERVE,
        LEFT,
    }

    private final PlacesText.Read draw;
    private final Seating seating;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Integer> fits = new HashMap<>();
    private List<Entrant> drawn = List.of();
    private List<Entrant> first = List.of();

    private PlacesReplay(PlacesText.Read draw) {
        this.draw = draw;
        this.seating = new Seating(draw.statement().places(), draw.statement().quotas());
    }

    public static PlacesReplay of(PlacesText.Read draw) {
        var replay = new PlacesReplay(draw);
        replay.check();
        var revealed = draw.statement().revealed();
        if (revealed != null && replay.findings.isEmpty()) {
            replay.draw(Hashes.key(HexFormat.of().parseHex(revealed.seed()), revealed.figure()));
            draw.moves().forEach(replay::follow);
        }
        return replay;
    }

    /// What does not fit together. Empty: all of it does.
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /// Everybody in drawn order; empty until the figure is known.
    public List<Entrant> drawn() {
        return drawn;
    }

    /// Who got a place in the draw itself, in that order.
    public List<Entrant> first() {
        return first;
    }

    /// Where each ticket stands after all moves, by its hash.
    public Map<String, Standing> standings() {
        return Map.copyOf(standings);
    }

    private void check() {
        PlacesStatement says = draw.statement();
        List<Entrant> list = draw.sorted();
        if (list.size() != says.tickets()) {
            findings.add("The list has " + list.size() + " tickets, and the file says " + says.tickets() + ".");
        }
        for (int index = 1; index < list.size(); index++) {
            if (list.get(index - 1).hash().compareTo(list.get(index).hash()) >= 0) {
                findings.add("Ticket " + (index + 1) + " of the list does not come after the one before it.");
                break;
            }
        }
        if (!PlacesStatement.root(says.places(), says.quotas(), list).equals(says.root())) {
            findings.add("Places, quotas or list are not those that were frozen: their root is another.");
        }
        DrawCheck.frozenInTime(findings, says.frozenAt(), says.figureAt());
        DrawCheck.committed(findings, says.revealed(), says.commitment());
    }

    private void draw(byte[] key) {
        drawn = Entrant.inDrawnOrder(draw.sorted(), key);
        drawn.forEach(entrant -> standings.put(entrant.hash(), Standing.RESERVE));
        drawn.forEach(entrant -> fits.put(entrant.hash(), entrant.fits()));
        int[] places = seating.fill(drawn.stream().mapToInt(Entrant::fits).toArray(), Integer.MAX_VALUE);
        first = IntStream.of(places).mapToObj(drawn::get).toList();
        first.forEach(entrant -> standings.put(entrant.hash(), Standing.PLACE));
    }

    private void follow(PlaceMove move) {
        Standing before = standings.get(move.hash());
        if (before == null || before == Standing.LEFT || (move.up() && before != Standing.RESERVE)) {
            findings.add("The move " + move.line() + " is of a ticket that stood otherwise: " + before + ".");
        } else if (move.up()) {
            up(move);
        } else {
            standings.put(move.hash(), Standing.LEFT);
            if (before == Standing.PLACE) {
                seating.leave(fits.getOrDefault(move.hash(), 0));
            }
        }
    }

    private void up(PlaceMove move) {
        List<Entrant> waiting = drawn.stream()
                .filter(entrant -> standings.get(entrant.hash()) == Standing.RESERVE)
                .toList();
        int[] next = seating.fill(waiting.stream().mapToInt(Entrant::fits).toArray(), 1);
        String due = next.length == 0 ? "nobody" : waiting.get(next[0]).hash();
        if (due.equals(move.hash())) {
            standings.put(due, Standing.PLACE);
        } else {
            findings.add("The move " + move.line() + " passed over whose turn it was: " + due + ".");
        }
    }
}

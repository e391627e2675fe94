package dev.holdfast.bench.intake;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;

/// What was measured, as a page shows it: medians with their ranges, duels, and what each peer does for an order.
final class Table {
    private final Measured measured;
    private final StringBuilder text = new StringBuilder();

    private Table(Measured measured) {
        this.measured = measured;
    }

    static String of(Measured measured) {
        var table = new Table(measured);
        table.rates();
        table.latencies();
        table.duels();
        table.peers();
        return table.text.toString();
    }

    private void rates() {
        line(
                "Orders a second, the median of %d (least to most):",
                measured.setting().runs());
        line("");
        head("| peer, by clients |", "|---|", " %d |", "---:|");
        for (Measured.Person peer : measured.peers()) {
            var row = new StringBuilder("| " + peer.name() + " |");
            for (int clients : measured.setting().clients()) {
                Middle rate = Middle.of(of(peer, clients), Measured.Rate::perSecond);
                row.append(format(" %,.0f (%,.0f to %,.0f) |", rate.median(), rate.least(), rate.most()));
            }
            line("%s", row);
        }
        line("");
    }

    private void latencies() {
        line("p50 and p99 of an answer in ms / microseconds of processor time an order (the peer with its database):");
        line("");
        head("| peer, by clients |", "|---|", " %d |", "---:|");
        for (Measured.Person peer : measured.peers()) {
            var row = new StringBuilder("| " + peer.name() + " |");
            for (int clients : measured.setting().clients()) {
                List<Measured.Rate> rates = of(peer, clients);
                row.append(format(
                        " %.1f, %.1f / %,.0f |",
                        Middle.of(rates, rate -> rate.latencyMs().p50()).median(),
                        Middle.of(rates, rate -> rate.latencyMs().p99()).median(),
                        Middle.of(rates, Measured.Rate::cpuMicros).median()));
            }
            line("%s", row);
        }
        line("");
    }

    /// @param column with a place for the clients
    private void head(String start, String under, String column, String columnUnder) {
        var head = new StringBuilder(start);
        var rule = new StringBuilder(under);
        for (int clients : measured.setting().clients()) {
            head.append(column.replace("%d", Integer.toString(clients)));
            rule.append(columnUnder);
        }
        line("%s", head);
        line("%s", rule);
    }

    private void duels() {
        if (measured.duels().isEmpty()) {
            return;
        }
        Measured.Duels any = measured.duels().getFirst();
        line("The duel: %d buyers press at one instant for %d units.", any.buyers(), any.units());
        line("");
        line("| peer | rounds | oversold | undersold | sold in the worst round | buyers told neither yes nor no |");
        line("|---|---:|---:|---:|---:|---:|");
        for (Measured.Duels duels : measured.duels()) {
            line(
                    "| %s | %d | %d | %d | %d | %d |",
                    duels.peer(),
                    duels.rounds(),
                    duels.oversold(),
                    duels.undersold(),
                    duels.mostSold(),
                    duels.failed());
        }
        line("");
    }

    private void peers() {
        line("| peer | what it does for an order |");
        line("|---|---|");
        measured.peers().forEach(peer -> line("| %s | %s |", peer.name(), peer.does()));
        line("");
        measured.missing().forEach(missing -> line("Left out, %s.", missing));
    }

    private List<Measured.Rate> of(Measured.Person peer, int clients) {
        return measured.rates().stream()
                .filter(rate -> rate.peer().equals(peer.name()) && rate.clients() == clients)
                .toList();
    }

    @FormatMethod
    private void line(@FormatString String format, Object... values) {
        text.append(format(format, values)).append('\n');
    }

    @FormatMethod
    private static String format(@FormatString String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

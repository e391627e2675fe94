package dev.holdfast.launch.draw;

import dev.holdfast.launch.draw.DrawStatement.Revealed;
import dev.holdfast.launch.draw.DrawText.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What in a published draw does not fit together. Empty: it does.
public final class DrawCheck {
    private DrawCheck() {}

    public static List<String> findings(Read read) {
        var findings = new ArrayList<String>();
        var statement = read.statement();
        var list = read.sorted();
        if (list.size() != statement.tickets()) {
            findings.add("The list has " + list.size() + " tickets, and the file says " + statement.tickets() + ".");
        }
        for (int index = 1; index < list.size(); index++) {
            if (list.compare(index - 1, index) >= 0) {
                findings.add("Ticket " + (index + 1) + " of the list does not come after the one before it.");
                break;
            }
        }
        if (!FrozenList.of(list).root().equals(statement.root())) {
            findings.add("The list is not the one that was frozen: its root is another.");
        }
        frozenInTime(findings, statement.frozenAt(), statement.figureAt());
        committed(findings, statement.revealed(), statement.commitment());
        return findings;
    }

    static void frozenInTime(List<String> findings, Instant frozenAt, Instant figureAt) {
        if (!frozenAt.isBefore(figureAt)) {
            findings.add("The list was frozen at " + frozenAt + ", when the figure of " + figureAt
                    + " could be known already.");
        }
    }

    static void committed(List<String> findings, @Nullable Revealed revealed, String commitment) {
        if (revealed != null && !isCommitted(revealed.seed(), commitment)) {
            findings.add("The seed is not the one that was committed to.");
        }
    }

    private static boolean isCommitted(String seed, String commitment) {
        try {
            return Hashes.commitment(HexFormat.of().parseHex(seed)).equals(commitment);
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
    }

    /// What two files of one draw, the one taken before the figure was known, say differently.
    public static List<String> differences(Read earlier, Read later) {
        var findings = new ArrayList<String>();
        var one = earlier.statement();
        var other = later.statement();
        differ(findings, "launch", one.launch(), other.launch());
        differ(findings, "root", one.root(), other.root());
        differ(findings, "commitment", one.commitment(), other.commitment());
        differ(findings, "named figure", one.figureNamed(), other.figureNamed());
        differ(findings, "time of the figure", one.figureAt(), other.figureAt());
        differ(findings, "time of the freeze", one.frozenAt(), other.frozenAt());
        if (one.revealed() != null
                && other.revealed() != null
                && !one.revealed().equals(other.revealed())) {
            findings.add("The files give another figure or seed.");
        }
        return findings;
    }

    static void differ(List<String> findings, String what, Object one, Object other) {
        if (!one.equals(other)) {
            findings.add("The " + what + " was " + one + " in one file and is " + other + " in the other.");
        }
    }
}

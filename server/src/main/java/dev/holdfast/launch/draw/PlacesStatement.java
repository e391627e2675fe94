package dev.holdfast.launch.draw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is published of a draw with quotas besides its list and its moves.
///
/// @param root the SHA-256 of everything that decides: places, quotas and list, line for line as they are
///     published
/// @param revealed null until the figure is known
public record PlacesStatement(
        String event,
        int places,
        List<Quota> quotas,
        int tickets,
        String root,
        String commitment,
        String figureNamed,
        Instant figureAt,
        Instant frozenAt,
        DrawStatement.@Nullable Revealed revealed) {
    /// @param sorted the list by ascending hash
    public static String root(int places, List<Quota> quotas, List<Entrant> sorted) {
        var digest = Hashes.sha256();
        digest.update(decides(places, quotas).getBytes(StandardCharsets.UTF_8));
        sorted.forEach(entrant -> digest.update((entrant.line() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The lines that decide besides the list.
    static String decides(int places, List<Quota> quotas) {
        var lines = new StringBuilder("places: " + places + "\nquotas: " + quotas.size() + "\n");
        for (int quota = 0; quota < quotas.size(); quota++) {
            lines.append("quota ")
                    .append(quota + 1)
                    .append(": ")
                    .append(quotas.get(quota).line())
                    .append('\n');
        }
        return lines.toString();
    }
}

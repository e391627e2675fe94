package dev.holdfast.launch.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One ticket of a draw with quotas, as everybody may see it: nothing tells whose it is.
///
/// @param hash of the ticket, in hexadecimal
/// @param fits the quotas it fits: bit 0 stands for the first
public record Entrant(String hash, int fits) {
    /// As it stands in the published list, such as `00c1..9f 1,3`.
    String line() {
        String numbers = IntStream.range(0, Quota.MAX)
                .filter(quota -> ((fits >>> quota) & 1) == 1)
                .mapToObj(quota -> String.valueOf(quota + 1))
                .collect(Collectors.joining(","));
        return hash + " " + (numbers.isEmpty() ? DrawText.UNKNOWN : numbers);
    }

    /// The same tickets in the order of their lots, which is the order of [Draw].
    ///
    /// @param key as [Hashes#key] makes it of seed and figure
    public static List<Entrant> inDrawnOrder(List<Entrant> list, byte[] key) {
        var tickets = new TicketHashes();
        list.forEach(entrant -> tickets.add(HexFormat.of().parseHex(entrant.hash())));
        return IntStream.of(new Draw(tickets, key).order()).mapToObj(list::get).toList();
    }
}

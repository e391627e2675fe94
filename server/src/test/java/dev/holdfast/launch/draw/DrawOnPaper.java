package dev.holdfast.launch.draw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A small draw everybody knows by heart.
final class DrawOnPaper {
    static final byte[] SEED = "a seed of thirty-two bytes, fixed".getBytes(StandardCharsets.UTF_8);
    static final String FIGURE = "8d5b 开奖 4711";

    private DrawOnPaper() {}

    static byte[] ticketId(int fan) {
        return "ticket of fan-%09d".formatted(fan).getBytes(StandardCharsets.UTF_8);
    }

    /// As they came, one fan after another.
    static TicketHashes tickets(int count) {
        var tickets = new TicketHashes();
        for (int fan = 1; fan <= count; fan++) {
            tickets.add(Hashes.ofTicket(ticketId(fan)));
        }
        return tickets;
    }

    static DrawStatement statement(FrozenList sorted, DrawStatement.@Nullable Revealed revealed) {
        return new DrawStatement(
                "s1-pro",
                sorted.size(),
                sorted.root(),
                Hashes.commitment(SEED),
                "drand quicknet round 4711, published at api.drand.sh",
                Instant.parse("2026-11-20T11:58:00Z"),
                Instant.parse("2026-11-20T11:55:00Z"),
                revealed);
    }

    static DrawStatement.Revealed revealed() {
        return new DrawStatement.Revealed(FIGURE, HexFormat.of().formatHex(SEED));
    }
}

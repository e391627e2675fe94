package dev.holdfast.web;

import dev.holdfast.community.export.Exports;
import dev.holdfast.community.export.Exports.File;
import java.io.IOException;

/// What the product desk takes away, as files.
final class ExportDoor implements Door {
    private final Exports exports;
    private final Doorkeeper doorkeeper;

    ExportDoor(Exports exports, Doorkeeper doorkeeper) {
        this.exports = exports;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "operator/exports/wishes", exchange -> write(exchange, File.WISHES))
                .add("GET", "operator/exports/answers", exchange -> write(exchange, File.ANSWERS))
                .add("GET", "operator/exports/promises", exchange -> write(exchange, File.PROMISES));
    }

    /// Written as it is read: the longest takes no more memory than a page of it.
    private void write(Exchange exchange, File file) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int most = (int) exchange.number("limit", Exports.MAX_WISHES, 1, Exports.MAX_WISHES);
        exchange.file(WishJson.word(file));
        exports.write(file, after, most, asking.member(), exchange.response().getOutputStream());
    }
}

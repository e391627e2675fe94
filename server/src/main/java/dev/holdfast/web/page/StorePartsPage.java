package dev.holdfast.web.page;

import dev.holdfast.service.work.Stock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts at hand at a place.
record StorePartsPage(
        Frame frame,
        String at,
        Places places,
        List<Stock> parts,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(at, words());
    }
}

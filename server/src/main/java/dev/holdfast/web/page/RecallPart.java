package dev.holdfast.web.page;

import dev.holdfast.service.recall.Recalls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an owner is told about their unit: that it is called back, or that somebody looks into it.
///
/// @param stopped what the desk says of what stops it, by language; null: nothing does
record RecallPart(List<Recalls.Own> recalls, @Nullable Map<String, String> stopped) {
    static final RecallPart NOTHING = new RecallPart(List.of(), null);

    RecallPart {
        recalls = List.copyOf(recalls);
    }
}

package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Quarantine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was stopped: nobody is handed it, plans do not count on it, and those whose it is were told.
///
/// @param launch for which it was stopped first; a lot is stopped in all of them
/// @param incident null: none
/// @param supply null: none of it was in stock
public record Stop(
        Quarantine quarantine,
        String launch,
        Map<String, String> words,
        @Nullable Integer incident,
        NewStop.@Nullable Stock supply) {
    public Stop {
        words = Map.copyOf(words);
    }

    public int number() {
        return quarantine.number();
    }
}

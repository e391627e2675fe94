package dev.holdfast.community.council;

import java.util.Map;

/// Somebody who sits in a council.
///
/// @param because which of the rules they fit, by language; empty: they were drawn
/// @param came whether it was written down that they came; of those who were drawn alone
public record Seat(String member, Map<String, String> because, boolean came) {
    public Seat {
        because = Map.copyOf(because);
    }
}

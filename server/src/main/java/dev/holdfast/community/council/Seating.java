package dev.holdfast.community.council;

import java.util.Map;

/// How it is decided who sits in a council.
public sealed interface Seating {
    /// The places of an event are its seats: its draw decides, which anybody can replay.
    ///
    /// @param event by its slug
    record Drawn(String event) implements Seating {}

    /// By written rules, published before anybody is seated.
    ///
    /// @param rules by language, `en` and `zh`
    record Chosen(Map<String, String> rules, int seats) implements Seating {
        public Chosen {
            rules = Map.copyOf(rules);
        }
    }
}

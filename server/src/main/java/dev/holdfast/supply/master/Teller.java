package dev.holdfast.supply.master;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// Who tells something about which launch, and when.
///
/// @param launch the launch's number
/// @param offers the launch's offers
/// @param zone the launch's time zone: in it a day begins and ends
/// @param source where the news is from, in its sender's words; may be empty
public record Teller(int launch, Set<String> offers, ZoneId zone, String actor, String source, Instant at) {
    public Teller {
        offers = Set.copyOf(offers);
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}

package dev.holdfast.community.event;

import java.util.List;

/// Where a member stands with an event.
///
/// @param ahead reserves in front; 0 for whoever is no reserve
/// @param duties of whoever holds a place
public record OwnPlace(Applicant applicant, int ahead, List<DutyStanding> duties, List<Pause> pauses) {
    public OwnPlace {
        duties = List.copyOf(duties);
        pauses = List.copyOf(pauses);
    }
}

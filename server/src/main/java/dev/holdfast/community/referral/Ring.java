package dev.holdfast.community.referral;

import java.util.List;
import java.util.Set;

/// Evidence that people brought each other, or that two of them may be one. What to make of it is for a person to say.
///
/// @param members who brought whom, each the next one; the last brought the first where it is a circle
/// @param circle they go round
/// @param shared what orders of the first two have in common: `device`, `instrument`, `address`
public record Ring(List<String> members, boolean circle, Set<String> shared) {
    public Ring {
        members = List.copyOf(members);
        shared = Set.copyOf(shared);
    }
}

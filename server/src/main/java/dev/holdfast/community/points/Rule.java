package dev.holdfast.community.points;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one kind of activity earns points.
///
/// @param names by language
/// @param points for one activity, or the most for one where the activity says how many
/// @param mostPerDay what one member can earn by it in a day of `zone`; null: no cap
/// @param activeAfter from the activity until the points can be spent
/// @param life from the activity until what was not spent expires
/// @param owesSpent points that are taken back after they were spent are owed; else they are forgiven
/// @param open activities earn by it; a rule that is closed keeps what was earned
public record Rule(
        Map<String, String> names,
        long points,
        @Nullable Long mostPerDay,
        ZoneId zone,
        Duration activeAfter,
        Duration life,
        boolean owesSpent,
        boolean open) {
    public Rule {
        names = Map.copyOf(names);
    }

    /// What an activity may earn on a day on which the member earned `before` by this rule.
    long allowed(long asked, long before) {
        return mostPerDay == null ? asked : Math.clamp(mostPerDay - before, 0, asked);
    }
}

package dev.holdfast.launch.campaign;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

/// When a campaign is decided, and how.
///
/// It is decided by its clock's end, from what is durable. Only while places taken before the end are still unpaid, and
/// what they would bring could lift the sum over the goal or a stretch goal, does it wait for them: at most as long as
/// the last of them has time to pay. So no backer is cut off by a report of the provider that came a second late, and
/// nobody waits for a sum that cannot change anything.
public final class Deciding {
    private Deciding() {}

    /// @param open what is still to be paid of places taken before the end
    /// @return empty: not yet
    public static Optional<Course.Decided> decide(Campaign campaign, Course course, long open, Instant now) {
        if (course.decided() != null || now.isBefore(course.endsAt) || mayChange(campaign, course.sum(), open)) {
            return Optional.empty();
        }
        return Optional.of(new Course.Decided(
                verdict(campaign, course),
                now,
                course.sum(),
                course.pledges(),
                course.backers(),
                campaign.reached(course.sum())));
    }

    private static boolean mayChange(Campaign campaign, long sum, long open) {
        LongStream thresholds = LongStream.concat(
                LongStream.of(campaign.goal()), campaign.stretchGoals().stream().mapToLong(Campaign.StretchGoal::sum));
        return thresholds.anyMatch(threshold -> sum < threshold && sum + open >= threshold);
    }

    private static Verdict verdict(Campaign campaign, Course course) {
        boolean reached = course.sum() >= campaign.goal();
        boolean flexible = campaign.funding() == Funding.FLEXIBLE && course.pledges() > 0;
        return reached || flexible ? Verdict.SUCCEEDED : Verdict.FAILED;
    }
}

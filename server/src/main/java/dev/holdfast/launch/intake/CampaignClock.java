package dev.holdfast.launch.intake;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.Verdict;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.campaign.Deciding;
import dev.holdfast.launch.campaign.Pledge;
import dev.holdfast.launch.campaign.PledgeNews;
import java.util.List;

/// What time does to a campaign: decides it, carries the verdict along the line, and gives up what was not mended.
///
/// Each is a batch like any other. The verdict is one row, so it is given once; the pledges it has reached are behind a
/// cursor that moves in the transaction that reaches them, so each is reached once, whoever dies and however many try.
final class CampaignClock {
    static final String FAILED = "campaign_failed";
    static final String NOT_MENDED = "pledge_not_mended";

    private CampaignClock() {}

    /// @return whether there is more to do at once
    static boolean sweep(Line line) {
        CampaignFacts facts = line.facts.campaign;
        Campaign campaign = line.definition.campaign();
        if (facts == null || campaign == null) {
            return false;
        }
        drop(line, facts.toDrop);
        if (facts.course.decided() != null) {
            return settle(line, facts);
        }
        return Deciding.decide(campaign, facts.course, facts.open, line.now)
                .map(decided -> {
                    facts.course.decide(decided);
                    line.writes.events.add(new Event.Reset(Desk.DECIDED));
                    return true;
                })
                .orElse(false);
    }

    private static void drop(Line line, List<Pledge> overdue) {
        for (Pledge pledge : overdue) {
            Entry entry = line.facts.orders.get(pledge.order);
            // A payment earlier in this batch may have mended it.
            if (entry != null && entry.state == OrderState.PLACED && pledge.money == PledgeMoney.MENDING) {
                Leaving.leave(line, entry, OrderState.CANCELLED, NOT_MENDED, Sweeping.CLOCK);
                line.writes.pledges.say(pledge.order, PledgeNews.DROPPED);
            }
        }
    }

    private static boolean settle(Line line, CampaignFacts facts) {
        Course course = facts.course;
        if (course.settled()) {
            return false;
        }
        for (Pledge pledge : facts.toSettle) {
            Entry entry = line.facts.orders.get(pledge.order);
            if (entry != null && entry.state.live()) {
                if (course.is(Verdict.SUCCEEDED)) {
                    succeed(line, entry, pledge);
                } else {
                    fail(line, entry, pledge);
                }
            }
        }
        boolean last = facts.toSettle.size() < CampaignFacts.MAX_SETTLED;
        long upTo = facts.toSettle.isEmpty() ? course.settledPosition() : facts.toSettle.getLast().position;
        course.settledUpTo(upTo, last);
        return !last;
    }

    private static void succeed(Line line, Entry entry, Pledge pledge) {
        switch (pledge.money) {
            case AUTHORISED -> {
                if (pledge.authorised != null) {
                    PledgePaying.capture(line, pledge, pledge.authorised);
                }
                line.writes.pledges.say(entry.id(), PledgeNews.SUCCEEDED);
            }
            case TAKEN -> {
                if (!pledge.settled) {
                    PledgePaying.earn(line, entry, pledge);
                    line.writes.pledges.say(entry.id(), PledgeNews.SUCCEEDED);
                }
            }
            // Unpaid: its payment is taken when it comes. To be mended: the fan knows.
            case OPEN, CAPTURING, MENDING, RELEASED -> {}
        }
    }

    private static void fail(Line line, Entry entry, Pledge pledge) {
        boolean pledged = entry.state != OrderState.HELD;
        if (entry.paid != null) {
            Leaving.refund(line, entry, FAILED);
        }
        Leaving.leave(line, entry, OrderState.CANCELLED, FAILED, Sweeping.CLOCK);
        if (pledged) {
            line.writes.pledges.say(pledge.order, PledgeNews.FAILED);
        }
    }
}

package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.consent.ConsentClock;
import dev.holdfast.launch.consent.RuleSets;

/// What time alone does to a line.
final class Sweeping {
    static final String CLOCK = "clock";

    private Sweeping() {}

    static Answer sweep(Line line) {
        int expired = 0;
        for (Entry entry : line.facts.due.endedHolds()) {
            // A payment earlier in this batch may have placed it.
            if (entry.state == OrderState.HELD) {
                Leaving.leave(line, entry, OrderState.EXPIRED, "hold_ran_out", CLOCK);
                expired++;
            }
        }
        int locked = 0;
        for (Entry entry : line.facts.due.ripe()) {
            // Whoever decides the review of an order locks it, if its time came meanwhile.
            if (entry.state == OrderState.PLACED && !Reviewing.holds(line, entry)) {
                locked += ripen(line, entry);
            }
        }
        ConsentClock.Due unanswered = line.facts.unanswered;
        int left = 0;
        for (Entry entry : ConsentFacts.due(line.facts)) {
            left += Answering.silence(line, entry) ? 1 : 0;
        }
        line.writes.consentCursor = unanswered.cursor();
        boolean more = CampaignClock.sweep(line);
        return new Answer.Swept(expired, locked, left, more || line.facts.due.more() || unanswered.more());
    }

    /// Locks the order when its member accepted the terms that say so, and the rules let time lock; else it is only
    /// asked for.
    static int ripen(Line line, Entry entry) {
        boolean byTime = RuleSets.of(line.definition.ruleSet()).lockByTime();
        if (!byTime || entry.origin.asked().acceptTerms() == null) {
            line.state(entry, "lock_asked", CLOCK);
            line.writes.events.add(new Event.LockAsked(entry.id()));
            return 0;
        }
        Locking.lock(line, entry, "lock_time_reached", CLOCK);
        return 1;
    }
}

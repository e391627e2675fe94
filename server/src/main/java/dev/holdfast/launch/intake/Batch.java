package dev.holdfast.launch.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The rules of one batch as a pure function: the line and what the database knows go in, the line after it, the
/// answers and the rows to write come out. No clock, no database, no randomness of its own, so a simulation can
/// drive a whole launch through it.
final class Batch {
    private Batch() {}

    /// @param asks decided one after the other, in this order
    /// @param random for the unguessable part of new ids
    static Decision decide(LineState before, Facts facts, List<Ask> asks, Instant clock, RandomGenerator random) {
        Line line = new Line(before, facts, clock, random);
        List<Answer> answers = new ArrayList<>(asks.size());
        for (Ask ask : asks) {
            answers.add(answer(line, ask));
        }
        CampaignFacts campaign = facts.campaign;
        return new Decision(answers, line.after(), line.writes, campaign == null ? null : campaign.course);
    }

    private static Answer answer(Line line, Ask ask) {
        return switch (ask) {
            case Ask.Place place -> new Answer.Fan(Placing.place(line, place));
            case Ask.Cancel cancel -> new Answer.Fan(Leaving.cancel(line, cancel));
            case Ask.Lock lock -> new Answer.Fan(Locking.lock(line, lock));
            case Ask.Change change -> new Answer.Fan(Changing.change(line, change));
            case Ask.Consent consent -> new Answer.Fan(Answering.answer(line, consent));
            case Ask.Review review -> new Answer.Fan(Reviewing.step(line, review));
            case Ask.Advance advance -> Advancing.advance(line, advance);
            case Ask.Pay pay -> new Answer.Provider(Paying.pay(line, pay));
            case Ask.Sweep sweep -> Sweeping.sweep(line);
        };
    }
}

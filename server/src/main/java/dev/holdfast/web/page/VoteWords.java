package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.integrity.VoteSignal;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.tally.Tally;

/// What is noticed of votes, and how they are counted, in words.
final class VoteWords {
    private VoteWords() {}

    /// What was seen of the reader's own vote.
    static String seen(Words words, Evidence evidence, VoteWeights weights) {
        return words.say(
                "lighter." + evidence.signal(),
                words.number(evidence.count()),
                words.number(from(evidence.signal(), weights)));
    }

    /// What was seen of somebody's vote.
    static String noticed(Words words, Evidence evidence) {
        return words.count("desk.votes.seen." + evidence.signal(), evidence.count());
    }

    /// From when on it is noticed.
    static String rule(Words words, VoteSignal signal, VoteWeights weights) {
        return words.say("tally.rule." + signal, words.number(from(signal, weights)));
    }

    static String less(Words words, VoteSignal signal, VoteWeights weights) {
        return words.hundredths(weights.of(signal));
    }

    private static int from(VoteSignal signal, VoteWeights weights) {
        return switch (signal) {
            case NEW_ACCOUNT -> weights.newAccountHours();
            case DEVICE -> weights.deviceVoters();
            case NETWORK -> weights.networkVoters();
            case BURST -> weights.burstVotes();
        };
    }

    static String weighted(Words words, Tally tally) {
        return words.hundredths(tally.weighted().hundredths());
    }

    static String file(Tally tally) {
        return "/api/v1/wishes/" + tally.wish() + "/tallies/" + tally.number();
    }
}

package dev.holdfast.community.story;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import java.util.List;

/// What is refused around stories, each with its cure.
final class StoryProblems {
    private StoryProblems() {}

    static Problem unknown(long number) {
        return new Problem(Kind.UNKNOWN, "unknown_story", "There is no story " + number + ", or not for you.");
    }

    static Problem unknownUse(int number) {
        return new Problem(Kind.UNKNOWN, "unknown_story_use", "There is no use " + number + " under way.");
    }

    static Problem notOwner() {
        return new Problem(
                Kind.CONFLICT, "not_owner", "Stories are told by owners: this product was not handed over to you yet.");
    }

    static Problem otherTerms(int version) {
        return new Problem(
                Kind.CONFLICT,
                "story_terms_changed",
                "The terms in force are version " + version + ". Read them, and agree to them or do not.");
    }

    static Problem tooMany(int max) {
        return new Problem(
                Kind.CONFLICT, "too_many_stories", "You told " + max + " stories, which is as many as one owner may.");
    }

    static Problem notGranted() {
        return new Problem(
                Kind.CONFLICT, "story_not_granted", "No right holds: it was taken back, is over, or was never shown.");
    }

    static Problem granted() {
        return new Problem(
                Kind.CONFLICT, "story_granted", "A right holds already. Take it back before you grant another.");
    }

    static Problem noAppeal() {
        return new Problem(
                Kind.CONFLICT, "no_appeal", "Against being hidden one appeals once, and waits for the decision.");
    }

    static Problem sameRole() {
        return new Problem(
                Kind.CONFLICT, "story_same_role", "An appeal is decided in another role than the one that hid it.");
    }

    static Problem invalid(String where, String reason) {
        return new Problem(
                Kind.INVALID,
                "invalid_story",
                "Nothing was changed: '" + where + "' " + reason + ".",
                List.of(new Fault(where, null, reason)));
    }
}

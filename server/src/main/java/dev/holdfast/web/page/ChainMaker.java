package dev.holdfast.web.page;

import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.spec.Verdicts;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Comment;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishDesk;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the page of a wish shows.
@Component
class ChainMaker {
    private static final int SHOWN = 50;
    /// No wish will ever have a number of more digits.
    private static final int DIGITS = 15;

    private final Wishes wishes;
    private final WishDesk desk;
    private final WishVotes votes;
    private final WishTalk talk;
    private final Aliases aliases;
    private final Answers answers;
    private final Verdicts verdicts;
    private final Tallies tallies;
    private final MergeLines merges;
    private final LighterVotes lighter;
    private final Clock clock;

    ChainMaker(
            Wishes wishes,
            WishDesk desk,
            WishVotes votes,
            WishTalk talk,
            Aliases aliases,
            Answers answers,
            Verdicts verdicts,
            Tallies tallies,
            MergeLines merges,
            LighterVotes lighter,
            Clock clock) {
        this.wishes = wishes;
        this.desk = desk;
        this.votes = votes;
        this.talk = talk;
        this.aliases = aliases;
        this.answers = answers;
        this.verdicts = verdicts;
        this.tallies = tallies;
        this.merges = merges;
        this.lighter = lighter;
        this.clock = clock;
    }

    /// @param named a wish's id or its number
    /// @throws Problem UNKNOWN
    Wish wish(String named) {
        if (named.matches("\\d{1," + DIGITS + "}")) {
            return wishes.find(Long.parseLong(named));
        }
        return wishes.find(WishId.parse(named)
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish with such an id.")));
    }

    /// @param after the number of the last comment seen
    ChainPage page(Frame frame, Wish wish, int after, Typed typed, @Nullable Notice notice) {
        var outcome = verdicts.outcome(wish.id());
        var comments = talk.comments(wish.id(), after, SHOWN);
        var mergedInto = wish.mergedInto();
        return new ChainPage(
                frame,
                WishLine.of(wish, desk.classes(), frame.words()),
                alias(wish.member()),
                answers.ofWish(wish.id()),
                outcome,
                verdicts.launches(outcome),
                wishes.steps(wish.id()),
                votes(frame, wish),
                own(frame, wish),
                mergedInto == null ? null : wishes.find(mergedInto),
                said(comments, frame.member()),
                comments.size() < SHOWN ? null : comments.getLast().number(),
                typed,
                clock.instant(),
                notice);
    }

    private ChainVotes votes(Frame frame, Wish wish) {
        var member = frame.member();
        return new ChainVotes(
                tallies.of(wish.id(), Long.MAX_VALUE, 1).stream().findFirst().orElse(null),
                merges.of(frame, wish),
                member == null
                        ? null
                        : lighter.of(frame.words(), member, wish.id()).orElse(null));
    }

    private ChainPage.@Nullable Own own(Frame frame, Wish wish) {
        var member = frame.member();
        return member == null
                ? null
                : new ChainPage.Own(
                        votes.standing(member),
                        votes.supports(wish.id(), member),
                        talk.follows(wish.id(), member),
                        wish.member().equals(member));
    }

    private List<ChainPage.Said> said(List<Comment> comments, @Nullable String reader) {
        return comments.stream()
                .map(comment -> new ChainPage.Said(
                        comment, alias(comment.member()), comment.member().equals(reader)))
                .toList();
    }

    private @Nullable String alias(String member) {
        return aliases.of(member).orElse(null);
    }
}

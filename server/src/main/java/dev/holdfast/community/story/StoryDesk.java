package dev.holdfast.community.story;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.story.Story.State;
import dev.holdfast.community.story.StoryLetter.News;
import dev.holdfast.community.story.StoryStep.Act;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of stories for those who moderate them and use them.
public final class StoryDesk {
    private final StoryStore store;
    private final StoryTrail trail;
    private final Stories stories;
    private final AnswerRoles roles;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    StoryDesk(
            StoryStore store,
            StoryTrail trail,
            Stories stories,
            AnswerRoles roles,
            Mails mails,
            TransactionTemplate transactions,
            Members members,
            InstantSource clock) {
        this.store = store;
        this.trail = trail;
        this.stories = stories;
        this.roles = roles;
        this.mails = mails;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Publishes the next version of the terms; its number and instant are given here. Rights that were
    /// granted before stay under theirs.
    ///
    /// @throws Problem INVALID
    public void publish(StoryTerms terms, String operator) {
        StoryCheck.terms(terms);
        transactions.executeWithoutResult(status -> {
            store.publish(
                    new StoryTerms(0, terms.uses(), terms.places(), terms.months(), terms.text(), now()), operator);
            members.audit(operator, "publish_story_terms", "terms", "for " + terms.months() + " months");
        });
    }

    /// Stories with all that is kept about them, the latest first.
    public List<StoryFile> files(Stories.Which which, long before, int limit) {
        return store.list(which, "", before, now(), Math.clamp(limit, 1, Stories.MAX_PAGE)).stream()
                .map(stories::file)
                .toList();
    }

    /// Shows a story or hides it, for its author to read who did and why, by letter too; an appeal is decided by it.
    ///
    /// @throws Problem UNKNOWN; INVALID; FORBIDDEN `not_a_signer`; CONFLICT `story_same_role`
    public StoryFile decide(long number, Ruling ruling, String operator) {
        StoryCheck.ruling(ruling);
        AnswerRole role = roles.signing(ruling.role(), operator)
                .orElseThrow(() -> StoryProblems.invalid("role", "is no role that signs answers"));
        return act(number, story -> {
            if (story.appealOpen() && store.role(number).equals(role.id())) {
                throw StoryProblems.sameRole();
            }
            store.decide(number, ruling.show() ? State.SHOWN : State.HIDDEN, role.id());
            Act act = ruling.show() ? Act.SHOWN : Act.HIDDEN;
            int step = trail.step(number, act, role, ruling.reason(), operator, now());
            if (!ruling.show() || story.state() != State.SHOWN) {
                News news = News.of(story, ruling.show());
                mails.queue(StoryLetter.KIND, List.of(StoryLetter.item(number, story.member(), news, step)));
            }
            members.audit(operator, "decide_story", Long.toString(number), ruling.show() ? "shown" : "hidden");
        });
    }

    /// Writes down where a story is used beside its page.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `story_not_granted`
    public StoryFile use(long number, String place, String operator) {
        StoryCheck.line("place", place, Stories.MAX_PLACE);
        return act(number, story -> {
            if (!story.shown()) {
                throw StoryProblems.notGranted();
            }
            trail.use(number, place, operator, now());
            members.audit(operator, "use_story", Long.toString(number), place);
        });
    }

    /// Says that a use is over.
    ///
    /// @throws Problem UNKNOWN
    public StoryFile end(long number, int use, String operator) {
        return act(number, story -> {
            if (!trail.end(number, use, now())) {
                throw StoryProblems.unknownUse(use);
            }
            members.audit(operator, "end_story_use", Long.toString(number), "use " + use);
        });
    }

    private interface Doing {
        void to(Story story);
    }

    private StoryFile act(long number, Doing doing) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Story> story = store.lock(number, now());
            doing.to(story.orElseThrow(() -> StoryProblems.unknown(number)));
            return stories.file(store.find(number, now()).orElseThrow(() -> StoryProblems.unknown(number)));
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.holdfast.community.story;

import dev.holdfast.community.story.StoryStep.Act;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of stories: what owners tell, grant and take back, and what everybody reads.
public final class Stories {
    public static final int MAX_PAGE = 100;
    public static final int MAX_TITLE = 120;
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_TERMS = 10_000;
    public static final int MAX_REASON = 1_000;
    public static final int MAX_PLACE = 500;
    public static final int MAX_MONTHS = 120;
    /// Of one member.
    public static final int MAX_STORIES = 10;

    private final StoryStore store;
    private final StoryTrail trail;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Stories(StoryStore store, StoryTrail trail, Launch launch, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.trail = trail;
        this.launch = launch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Which of all stories somebody looks at.
    public enum Which {
        SHOWN,
        WAITING,
        APPEALED,
        HIDDEN,
        /// Used somewhere, and no right holds any more.
        TO_END
    }

    /// The terms in force; empty: none were published, and so nobody can tell anything.
    public Optional<StoryTerms> terms() {
        return store.terms(1).stream().findFirst();
    }

    /// Every version, the latest first.
    public List<StoryTerms> allTerms() {
        return store.terms(MAX_PAGE);
    }

    /// Tells a story of a product that was handed over; the very same one again is the same story.
    ///
    /// @throws Problem UNKNOWN when there is no such order of theirs; INVALID; CONFLICT `not_owner`,
    ///     `story_terms_changed` or `too_many_stories`
    public StoryFile tell(String member, Told told) {
        StoryCheck.told(told);
        Order order = launch.order(told.order(), new Asker(member, false)).order();
        if (order.state() != OrderState.DELIVERED) {
            throw StoryProblems.notOwner();
        }
        StoryTerms terms = inForce(told.terms());
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lockMember(member);
            List<Story> before = store.of(member, now(), MAX_STORIES);
            Optional<Story> same = before.stream()
                    .filter(one ->
                            one.title().equals(told.title()) && one.text().equals(told.text()))
                    .findFirst();
            if (same.isPresent()) {
                return file(same.get());
            }
            if (before.size() >= MAX_STORIES) {
                throw StoryProblems.tooMany(MAX_STORIES);
            }
            long number = store.send(told, order.launch(), member, now());
            grant(number, terms);
            trail.step(number, Act.SENT, null, Map.of(), "", now());
            return file(read(number));
        }));
    }

    private StoryTerms inForce(int version) {
        return terms().filter(terms -> terms.version() == version)
                .orElseThrow(() -> StoryProblems.otherTerms(
                        terms().map(StoryTerms::version).orElse(0)));
    }

    private void grant(long number, StoryTerms terms) {
        Instant at = now();
        trail.grant(
                number,
                terms.version(),
                at,
                at.atZone(ZoneOffset.UTC).plusMonths(terms.months()).toInstant());
    }

    /// Takes the right back: it is shown no more from this moment on, and what uses it is listed for the
    /// operator.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `story_not_granted`
    public StoryFile withdraw(long number, String member) {
        return act(number, member, story -> {
            if (!trail.withdraw(number, now())) {
                throw StoryProblems.notGranted();
            }
            trail.step(number, Act.WITHDRAWN, null, Map.of(), "", now());
        });
    }

    /// Grants the right again, under the terms in force.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `story_terms_changed` or `story_granted`
    public StoryFile grant(long number, String member, int version) {
        StoryTerms terms = inForce(version);
        return act(number, member, story -> {
            if (story.granted() != null) {
                throw StoryProblems.granted();
            }
            grant(number, terms);
            trail.step(number, Act.GRANTED, null, Map.of(), "", now());
        });
    }

    /// Appeals against being hidden, once.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `no_appeal`
    public StoryFile appeal(long number, String member, String text) {
        StoryCheck.text("text", text, MAX_REASON);
        return act(number, member, story -> {
            if (!store.appeal(number, text)) {
                throw StoryProblems.noAppeal();
            }
            trail.step(number, Act.APPEALED, null, Map.of(), "", now());
        });
    }

    private interface Doing {
        void to(Story story);
    }

    private StoryFile act(long number, String member, Doing doing) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Story story = store.lock(number, now())
                    .filter(one -> one.member().equals(member))
                    .orElseThrow(() -> StoryProblems.unknown(number));
            doing.to(story);
            return file(read(number));
        }));
    }

    /// One's own, the latest first.
    public List<StoryFile> of(String member) {
        return store.of(member, now(), MAX_STORIES).stream().map(this::file).toList();
    }

    /// What everybody reads, the latest first.
    ///
    /// @param slug of a launch; empty: all
    /// @param before the number of the last one seen
    public List<Story> shown(String slug, long before, int limit) {
        return store.list(Which.SHOWN, slug, before, now(), Math.clamp(limit, 1, MAX_PAGE));
    }

    /// @throws Problem UNKNOWN when there is none that everybody may read
    public Story look(long number) {
        return store.find(number, now()).filter(Story::shown).orElseThrow(() -> StoryProblems.unknown(number));
    }

    private Story read(long number) {
        return store.find(number, now()).orElseThrow(() -> StoryProblems.unknown(number));
    }

    StoryFile file(Story story) {
        return new StoryFile(
                story, trail.grants(story.number()), trail.steps(story.number()), trail.uses(story.number()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

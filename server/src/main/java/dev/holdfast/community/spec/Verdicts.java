package dev.holdfast.community.spec;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.SpecVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of verdicts: owners say whether what was wished for is there and good.
public final class Verdicts {
    public static final int MAX_WORDS = 1_000;

    /// Of one order on one wish: who changes their mind more often plays.
    private static final int MAX_VERDICTS = 20;

    private final VerdictStore store;
    private final Specs specs;
    private final Wishes wishes;
    private final WishNews news;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Verdicts(
            VerdictStore store,
            Specs specs,
            Wishes wishes,
            WishNews news,
            Launch launch,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.specs = specs;
        this.wishes = wishes;
        this.news = news;
        this.launch = launch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What its owner is asked about an order; nothing before its time has come.
    ///
    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public List<AskedChange> asked(OrderId order, Asker asker) {
        launch.order(order, asker);
        return store.asked(order, now());
    }

    /// The owner's word on a wish. The last one of an order counts; none is ever changed. When too many are
    /// not content the wish is opened again, in the same transaction.
    ///
    /// @param member who says it: nobody but the order's own
    /// @throws Problem UNKNOWN as in [#asked]; CONFLICT `not_asked`; INVALID when the words do not fit
    public void say(OrderId order, String member, WishId wish, Verdict verdict, String words) {
        launch.order(order, new Asker(member, false));
        hold(words);
        transactions.executeWithoutResult(status -> {
            // Of many who speak at once each sees the ones before it, so that nobody's word is counted too late.
            store.lockWish(wish);
            boolean isAsked = store.asked(order, now()).stream()
                    .anyMatch(asked -> wish.equals(asked.change().change().wish()));
            if (!isAsked || store.said(order, wish) >= MAX_VERDICTS) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "not_asked",
                        "You are not asked about this wish now: owners are once its product has been theirs for a"
                                + " while, and may change their mind " + MAX_VERDICTS + " times.");
            }
            store.append(order, wish, verdict, words, now());
            Attempt last = outcome(wish).last();
            if (last.failed() && wishes.find(wish).state() == WishState.ANSWERED) {
                wishes.reopen(wish, "owners_not_content", "owners").ifPresent(open -> reopened(open, last));
            }
        });
    }

    private void reopened(Wish wish, Attempt last) {
        // A wish may be opened again more than once, but hardly twice in one instant.
        news.note(
                wish.id(),
                WishNews.Kind.REOPENED,
                now().toString(),
                Map.of("spoken", Long.toString(last.spoken()), "good", Long.toString(last.good())));
    }

    /// What became of a wish.
    ///
    /// @throws Problem UNKNOWN
    public WishOutcome outcome(WishId wish) {
        wishes.find(wish);
        return WishOutcome.of(specs.of(wish), store.attempts(wish));
    }

    /// The launches that sell what became of a wish, in the order in which they were made.
    public List<LaunchView> launches(WishOutcome outcome) {
        return outcome.changes().isEmpty()
                ? List.of()
                : launch.all().stream().filter(view -> sells(view, outcome)).toList();
    }

    private static boolean sells(LaunchView view, WishOutcome outcome) {
        SpecVersion spec = view.definition().spec();
        return spec != null
                && outcome.changes().stream()
                        .anyMatch(change ->
                                change.product().equals(spec.product()) && change.version() <= spec.version());
    }

    private static void hold(String words) {
        boolean fits = words.length() <= MAX_WORDS
                && words.codePoints().allMatch(character -> character == '\n' || Storable.character(character));
        if (!fits) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "'words' must have at most " + MAX_WORDS + " characters.",
                    List.of(new Fault("words", null, "must have at most " + MAX_WORDS + " characters")));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

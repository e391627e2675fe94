package dev.holdfast.community.wish;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of wishes: what is proposed, how it stands, and how it comes to its end.
public final class Wishes {
    public static final int MAX_PAGE = 100;

    private final WishStore store;
    private final VoteStore votes;
    private final RuleStore rules;
    private final TransactionTemplate transactions;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    Wishes(
            WishStore store,
            VoteStore votes,
            RuleStore rules,
            TransactionTemplate transactions,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.store = store;
        this.votes = votes;
        this.rules = rules;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// What became of a [Proposal].
    ///
    /// @param replayed the member had said the very same before, and nothing was done
    public record Proposed(Wish wish, boolean replayed) {}

    /// @throws Problem INVALID when a text does not fit or there is no such class; CONFLICT `too_many_wishes`
    public Proposed propose(Proposal proposal, String member) {
        Texts.hold(proposal);
        WishClass wishClass =
                rules.find(proposal.wishClass()).orElseThrow(() -> WishProblems.unknownClass(proposal.wishClass()));
        byte[] digest = Texts.digest(proposal);
        return Objects.requireNonNull(transactions.execute(status -> {
            store.tell();
            Optional<Wish> before = store.same(member, digest);
            if (before.isPresent()) {
                return new Proposed(before.get(), true);
            }
            if (!votes.open(member)) {
                throw WishProblems.tooManyWishes(rules.rules());
            }
            WishId id = new WishId(ids.get());
            Instant now = now();
            store.propose(id, proposal, member, digest, now, due(wishClass, now));
            store.step(id, new WishStep(WishState.OPEN, "proposed", member, now));
            return new Proposed(find(id), false);
        }));
    }

    /// @throws Problem UNKNOWN
    public Wish find(WishId id) {
        return store.find(id).orElseThrow(() -> WishProblems.unknown(id));
    }

    /// The wish of a number, as people write it.
    ///
    /// @throws Problem UNKNOWN
    public Wish find(long number) {
        return store.numbered(number).orElseThrow(() -> WishProblems.unknown(number));
    }

    /// Those of the ids that there are, in no particular order.
    public List<Wish> some(List<WishId> ids) {
        return store.some(ids);
    }

    /// All that there ever were by number, withdrawn and merged ones among them.
    ///
    /// @param after the number of the last one seen; 0: from the first
    public List<Wish> from(long after, int limit) {
        return store.from(after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Those that a member proposed, voted for or spoke of: where others may have named them. For who erases a member,
    /// and begins before or after the name was taken out here.
    public List<WishId> touched(String member, String pseudonym) {
        return store.touched(member, pseudonym);
    }

    /// Those a member proposed, the latest first.
    public List<Wish> of(String member) {
        return store.of(member, MAX_PAGE);
    }

    /// @throws Problem INVALID when `after` is no place in a list
    public WishPage page(WishQuery query, int limit) {
        int size = Math.clamp(limit, 1, MAX_PAGE);
        List<Wish> wishes = store.page(query, Place.parse(query.after()), size);
        boolean more = wishes.size() == size;
        return new WishPage(
                wishes, more ? Place.of(wishes.getLast(), query.order()).toString() : null);
    }

    /// How it came to stand as it does, the oldest first.
    public List<WishStep> steps(WishId id) {
        return store.steps(id);
    }

    /// Its author takes it back, while nobody else supports it. Its words go with it.
    ///
    /// @throws Problem UNKNOWN; FORBIDDEN when it is another's; CONFLICT when it is decided or supported
    public void withdraw(WishId id, String member) {
        transactions.executeWithoutResult(status -> {
            Wish wish = waiting(id);
            if (!wish.member().equals(member)) {
                throw WishProblems.notYours(wish);
            }
            int own = votes.supports(id, member) ? 1 : 0;
            if (wish.supporters() > own) {
                throw WishProblems.supported(wish);
            }
            become(wish, WishState.WITHDRAWN, null, null, null, "withdrawn", member);
            store.blank(id);
        });
    }

    /// What an official answer says of it; its votes go back unless the answer asks for more. Joins the running
    /// transaction, so that answer and decision stand or fall together.
    ///
    /// @param actor who answered, or the role that did
    /// @throws Problem UNKNOWN; CONFLICT `wish_closed` when it does not wait for an answer
    public Wish decide(WishId id, Decision decision, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish wish = waiting(id);
            String cause = decision.name().toLowerCase(Locale.ROOT);
            become(wish, decision.ends() ? WishState.ANSWERED : wish.state(), decision, null, null, cause, actor);
            return find(id);
        }));
    }

    /// What was answered did not hold: it waits for an answer again, from now on. Votes that went back stay with those
    /// who gave them. Joins the running transaction.
    ///
    /// @param cause a stable word that says why
    /// @return empty: it was not answered, and nothing was done
    /// @throws Problem UNKNOWN
    public Optional<Wish> reopen(WishId id, String cause, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish wish = locked(id);
            if (wish.state() != WishState.ANSWERED) {
                return Optional.empty();
            }
            WishClass wishClass = rules.find(wish.wishClass()).orElseThrow();
            become(wish, WishState.REOPENED, null, null, due(wishClass, now()), cause, actor);
            return Optional.of(find(id));
        }));
    }

    /// Another wish stands for it from now on, where nobody supports it any more. Joins the running transaction.
    ///
    /// @return what it was before; empty: it has supporters or does not wait, and nothing was done
    /// @throws Problem UNKNOWN
    public Optional<WishState> merge(WishId id, WishId into, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish wish = locked(id);
            if (!wish.state().waits() || wish.supporters() > 0) {
                return Optional.empty();
            }
            become(wish, WishState.MERGED, null, into, null, "merged", actor);
            return Optional.of(wish.state());
        }));
    }

    /// It stands for itself again. Joins the running transaction.
    ///
    /// @param before what it was before it was merged
    /// @throws Problem UNKNOWN
    public Wish unmerge(WishId id, WishState before, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish wish = locked(id);
            Check.that(wish.state() == WishState.MERGED, "Wish %s is %s.", id, wish.state());
            become(wish, before, null, null, null, "merge_undone", actor);
            if (before == WishState.OPEN) {
                votes.reopen(wish.member());
            }
            return find(id);
        }));
    }

    private Wish waiting(WishId id) {
        Wish wish = locked(id);
        if (!wish.state().waits()) {
            throw WishProblems.closed(wish);
        }
        return wish;
    }

    private Wish locked(WishId id) {
        store.tell();
        return store.lock(id).orElseThrow(() -> WishProblems.unknown(id));
    }

    private void become(
            Wish wish,
            WishState state,
            @Nullable Decision decision,
            @Nullable WishId into,
            @Nullable Instant due,
            String cause,
            String actor) {
        Instant now = now();
        store.becomes(new Wish(
                wish.id(),
                wish.number(),
                wish.wishClass(),
                wish.language(),
                wish.title(),
                wish.text(),
                wish.member(),
                wish.at(),
                due == null ? wish.dueAt() : due,
                state,
                decision,
                decision == null ? null : now,
                into,
                wish.supporters(),
                wish.comments()));
        store.step(wish.id(), new WishStep(state, cause, actor, now));
        if (!state.waits()) {
            votes.giveBack(wish.id());
        }
        // What was reopened was given back to its author's budget when it was decided first.
        if (!state.waits() && wish.state() == WishState.OPEN) {
            votes.close(wish.member());
        }
    }

    private static Instant due(WishClass wishClass, Instant from) {
        return from.plus(Duration.ofDays(wishClass.answerDays()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

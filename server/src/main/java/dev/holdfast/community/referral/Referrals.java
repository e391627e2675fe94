package dev.holdfast.community.referral;

import dev.holdfast.community.points.Earning;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.referral.Referral.Act;
import dev.holdfast.community.referral.Referral.Source;
import dev.holdfast.community.referral.Referral.State;
import dev.holdfast.community.referral.Referral.Step;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import dev.holdfast.member.personal.PersonalData;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of referrals: codes, who brought whom, and what is said against it.
public final class Referrals {
    public static final int MAX_PAGE = 200;
    public static final int MAX_SAID = 1_000;

    /// What the rules are called by which a referral earns, where a brand has made them.
    public static final String OWNER_RULE = "referral-owner";

    public static final String FRIEND_RULE = "referral-friend";

    /// Two working weeks. Nobody's points wait for it.
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(14);

    /// No letter or digit that is taken for another one.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// 39 bits: nobody guesses one among a million within any rate.
    private static final int LENGTH = 8;

    private final ReferralStore store;
    private final Points points;
    private final Members members;
    private final SecureRandom random;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Referrals(
            ReferralStore store,
            Points points,
            Members members,
            SecureRandom random,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.points = points;
        this.members = members;
        this.random = random;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A member's code: made when first asked for, and theirs for ever.
    public String code(String member) {
        Optional<String> code = store.codeOf(member);
        while (code.isEmpty()) {
            StringBuilder made = new StringBuilder();
            random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> made.append(LETTERS.charAt(at)));
            store.makeCode(made.toString(), member, clock.instant());
            code = store.codeOf(member);
        }
        return code.get();
    }

    /// A friend comes with a code. The first one stands; a later one of somebody else is written down, for both to see.
    ///
    /// @param where the store it was in; null: none
    public Linking link(String friend, String code, @Nullable String where) {
        return link(friend, code, Source.LINK, where, clock.instant());
    }

    /// The friend's order names a code.
    void ordered(Order order) {
        String code = order.referral();
        if (code != null) {
            link(order.member(), code, Source.ORDER, order.store(), order.heldAt());
        }
    }

    private Linking link(String friend, String code, Source source, @Nullable String where, Instant at) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<String> found = store.ownerOf(code);
            if (found.isEmpty()) {
                return new Linking.UnknownCode(code);
            }
            String owner = found.get();
            if (owner.equals(friend)) {
                return new Linking.Own();
            }
            boolean first = store.link(friend, owner, code, source, where, at);
            Referral referral = store.ofFriend(friend).orElseThrow();
            if (first) {
                step(referral, Act.LINKED, friend, owner, "");
                return new Linking.Linked(whole(referral));
            }
            if (referral.firstOwner().equals(owner)) {
                return new Linking.Known(whole(referral));
            }
            if (!store.knowsLater(referral.number(), owner)) {
                step(referral, Act.LATER_CONTACT, friend, owner, "");
            }
            return new Linking.Later(referral);
        }));
    }

    /// An order of a friend was delivered. Joins the running transaction; points move after it.
    void delivered(OrderId order, String friend) {
        store.ofFriend(friend)
                .flatMap(referral -> store.lock(referral.number()))
                .filter(referral -> referral.state() == State.LINKED)
                .ifPresent(referral -> {
                    store.change(referral.in(State.VESTED, order, activity(referral)), false);
                    step(referral, Act.VESTED, "holdfast", referral.owner(), "");
                });
    }

    /// An order was cancelled. Joins the running transaction; points move after it.
    void cancelled(OrderId order, String friend) {
        store.ofFriend(friend)
                .flatMap(referral -> store.lock(referral.number()))
                .filter(referral -> referral.state() == State.VESTED && order.equals(referral.order()))
                .ifPresent(referral -> {
                    store.change(referral.in(State.CLAWED_BACK, order, earning(referral)), false);
                    step(referral, Act.CLAWED_BACK, "holdfast", referral.owner(), "");
                });
    }

    /// Each time it comes to count for somebody it is an activity of its own.
    private String activity(Referral referral) {
        long times = store.steps(referral.number()).stream()
                .filter(step -> step.act() == Act.OVERRIDDEN || step.act() == Act.LAPSED)
                .count();
        return activity(referral.number(), times + 1);
    }

    private static String activity(long number, long times) {
        return "referral " + number + "." + times;
    }

    /// Moves the points that go with what referrals have become, each once, however often it is tried.
    ///
    /// @return how many there were
    int settle(int most) {
        List<Referral> unsettled = store.unsettled(most);
        unsettled.forEach(this::settle);
        return unsettled.size();
    }

    private void settle(Referral referral) {
        String activity = earning(referral);
        String shared = "referral " + referral.number();
        long times = Long.parseLong(activity.substring(activity.lastIndexOf('.') + 1));
        for (long before = 1; before < times; before++) {
            points.clawBack(OWNER_RULE, activity(referral.number(), before), "It counts for another owner.");
        }
        if (referral.state() == State.VESTED) {
            earn(referral.owner(), OWNER_RULE, activity);
            earn(referral.friend(), FRIEND_RULE, shared);
        } else {
            points.clawBack(OWNER_RULE, activity, "The friend's order was cancelled.");
            points.clawBack(FRIEND_RULE, shared, "The order was cancelled.");
        }
        store.settled(referral);
    }

    /// Nothing is earned where a brand has made no such rule, or by somebody who was erased.
    private void earn(String member, String rule, String activity) {
        if (points.earns(rule) && !member.startsWith(PersonalData.PSEUDONYM)) {
            points.earn(new Earning.Activity(member, rule, activity, null));
        }
    }

    private static String earning(Referral referral) {
        return Objects.requireNonNull(referral.activity(), "What is vested earned by an activity");
    }

    /// The one by which a friend came.
    public Optional<Referral> ofFriend(String friend) {
        return store.ofFriend(friend).map(this::whole);
    }

    /// Those whom an owner brought, and those that once counted for them; the latest first.
    public List<Referral> ofOwner(String owner, long before, int limit) {
        return store.ofOwner(owner, before, Math.clamp(limit, 1, MAX_PAGE)).stream()
                .map(this::whole)
                .toList();
    }

    /// One, for those whom it concerns.
    ///
    /// @throws Problem UNKNOWN when there is none, or it does not concern the member
    public Referral find(long number, String member) {
        return whole(
                store.find(number).filter(referral -> referral.concerns(member)).orElseThrow(() -> unknown(number)));
    }

    /// One, for an operator.
    ///
    /// @throws Problem UNKNOWN when there is none
    public Referral find(long number) {
        return whole(store.find(number).orElseThrow(() -> unknown(number)));
    }

    /// A member says that it is not so. One dispute at a time.
    ///
    /// @throws Problem UNKNOWN, or CONFLICT when one is open
    public Referral dispute(long number, String member, String said) {
        find(number, member);
        return act(number, referral -> {
            if (referral.answerBy() != null) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "dispute_open",
                        "A dispute is open, and will be answered by " + referral.answerBy() + ".");
            }
            store.change(referral.answerBy(clock.instant().plus(ANSWERED_WITHIN)), settledNow(referral));
            step(referral, Act.DISPUTED, member, referral.owner(), said);
        });
    }

    /// Open disputes, the most urgent first.
    public List<Referral> disputed() {
        return store.disputed(clock.instant().plus(ANSWERED_WITHIN), MAX_PAGE).stream()
                .map(this::whole)
                .toList();
    }

    /// An operator answers a dispute, and leaves it for whom it counts; an override comes before, where there is to be
    /// one.
    ///
    /// @throws Problem UNKNOWN, or CONFLICT when none is open
    public Referral answer(long number, String said, String operator) {
        return act(number, referral -> {
            if (referral.answerBy() == null) {
                throw new Problem(Problem.Kind.CONFLICT, "no_dispute", "Nobody disputes referral " + number + " now.");
            }
            store.change(referral.answerBy(null), settledNow(referral));
            step(referral, Act.ANSWERED, operator, referral.owner(), said);
            members.audit(operator, "answer_referral", "referral " + number, said);
        });
    }

    /// An operator lets it count for somebody else. Both owners see who did it and why; points move with it.
    ///
    /// @throws Problem UNKNOWN; INVALID when it would be the friend
    public Referral override(long number, String owner, String said, String operator) {
        return act(number, referral -> {
            if (owner.equals(referral.friend())) {
                throw new Problem(Problem.Kind.INVALID, "invalid_owner", "Nobody brings themselves. Name the owner.");
            }
            if (!owner.equals(referral.owner())) {
                turn(referral, owner, Act.OVERRIDDEN, operator, said);
                members.audit(operator, "override_referral", "referral " + number, referral.owner() + " > " + owner);
            }
        });
    }

    /// Points move after it: what was earned for the one before is taken back, and the other earns.
    private void turn(Referral referral, String owner, Act act, String actor, String said) {
        step(referral, act, actor, owner, said);
        if (referral.state() != State.VESTED) {
            store.change(referral.of(owner, referral.activity()), settledNow(referral));
            return;
        }
        store.change(referral.of(owner, activity(referral)), false);
    }

    private static boolean settledNow(Referral referral) {
        return referral.activity() == null;
    }

    /// Disputes whose time is over: nobody answered, so the first contact stands.
    int lapse(int most) {
        List<Referral> over = store.disputed(clock.instant(), most);
        over.forEach(late -> act(late.number(), referral -> {
            Instant until = referral.answerBy();
            if (until == null || until.isAfter(clock.instant())) {
                return;
            }
            Referral closed = referral.answerBy(null);
            if (referral.owner().equals(referral.firstOwner())) {
                store.change(closed, settledNow(referral));
                step(referral, Act.LAPSED, "holdfast", referral.owner(), "");
            } else {
                turn(closed, referral.firstOwner(), Act.LAPSED, "holdfast", "");
            }
        }));
        return over.size();
    }

    /// What an act does under the lock of its row.
    private interface Acting {
        void on(Referral referral);
    }

    private Referral act(long number, Acting acting) {
        return Objects.requireNonNull(transactions.execute(status -> {
            acting.on(store.lock(number).orElseThrow(() -> unknown(number)));
            return whole(store.find(number).orElseThrow(() -> unknown(number)));
        }));
    }

    private Referral whole(Referral referral) {
        return referral.with(store.steps(referral.number()));
    }

    private void step(Referral referral, Act act, String actor, String owner, String said) {
        store.step(referral.number(), new Step(act, actor, owner, said, clock.instant()));
    }

    private static Problem unknown(long number) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_referral",
                "There is no referral " + number + " that you may see. Maybe it concerns others.");
    }
}

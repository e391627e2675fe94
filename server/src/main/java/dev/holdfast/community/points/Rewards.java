package dev.holdfast.community.points;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of rewards: what points are spent on, in two steps.
///
/// A reservation takes a piece and puts the points aside; an operator who hands the piece over confirms it. Locks, in
/// this order: the member, then the one reward.
public final class Rewards {
    public static final int MAX_PAGE = 200;
    public static final int MAX_REWARDS = 500;
    private static final int MAX_KEY = 255;

    private final RewardStore rewards;
    private final PurseStore purses;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Rewards(
            RewardStore rewards,
            PurseStore purses,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rewards = rewards;
        this.purses = purses;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Makes a reward or changes it. A reservation keeps the price and the time it was made with.
    ///
    /// @throws Problem INVALID with every fault; CONFLICT when more is taken than there would be
    public KeptReward define(String name, Reward reward, String operator) {
        new Bounds()
                .slug("name", name)
                .names(reward.names())
                .number("price", reward.price(), 1, Bounds.MAX_PRICE)
                .number("stock", reward.stock(), 0, Bounds.MAX_STOCK)
                .span("holdFor", reward.holdFor(), Duration.ofMinutes(1), Bounds.MAX_HOLD)
                .span("returnWithin", reward.returnWithin(), Duration.ZERO, Bounds.MAX_LIFE)
                .hold();
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!rewards.define(name, reward)) {
                throw Refusing.stockTaken(name);
            }
            members.audit(operator, "define_reward", name, reward.stock() + " for " + reward.price() + " points");
            return rewards.find(name).orElseThrow(() -> Refusing.unknownReward(name));
        }));
    }

    /// The cheapest first.
    ///
    /// @param closed those that cannot be reserved too
    public List<KeptReward> all(boolean closed) {
        return rewards.all(closed, MAX_REWARDS);
    }

    /// Puts a reward's price aside and takes a piece of it.
    ///
    /// @param key one key of one member is one reservation
    /// @throws Problem UNKNOWN when there is no such reward; INVALID when the key reserved another one
    public Spending reserve(String member, String key, String reward) {
        new Bounds().text("key", key, MAX_KEY).hold();
        Optional<KeptReward> seen = rewards.find(reward);
        if (seen.isPresent() && seen.get().left() <= 0) {
            // Nobody waits in line for what is gone: only who already has a piece is told something else.
            return replay(member, key, reward).orElse(new Spending.OutOfStock(reward));
        }
        rewards.over(clock.instant(), member, MAX_PAGE).forEach(this::lapse);
        return Objects.requireNonNull(transactions.execute(status -> reserveNow(member, key, reward)));
    }

    private Optional<Spending> replay(String member, String key, String reward) {
        return rewards.byKey(member, key).map(before -> {
            if (!before.reward().equals(reward)) {
                throw Refusing.keyReused(before);
            }
            return new Spending.Reserved(before, true);
        });
    }

    private Spending reserveNow(String member, String key, String reward) {
        Purse purse = purses.lock(member, List.of());
        Optional<Spending> before = replay(member, key, reward);
        if (before.isPresent()) {
            return before.get();
        }
        KeptReward kept = rewards.lock(reward).orElseThrow(() -> Refusing.unknownReward(reward));
        if (!kept.reward().open()) {
            return new Spending.RewardClosed(reward);
        }
        if (kept.left() <= 0) {
            return new Spending.OutOfStock(reward);
        }
        Instant now = clock.instant();
        long price = kept.reward().price();
        purse.settle(now);
        if (purse.in(Account.ACTIVE) < price) {
            purses.append(member, purse, now);
            return new Spending.TooFewPoints(purse.in(Account.ACTIVE), price);
        }
        long number = rewards.reserve(member, key, kept, now);
        purse.reserve(price, Reservation.subject(number), now);
        rewards.take(reward, 1);
        purses.append(member, purse, now);
        return new Spending.Reserved(find(number), false);
    }

    /// A member's reservations, the latest first.
    public List<Reservation> of(String member) {
        return rewards.ofMember(member, null, MAX_PAGE);
    }

    /// Everybody's in one state.
    ///
    /// @param after the number of the last one seen; 0: from the first
    public List<Reservation> in(Reservation.State state, long after, int limit) {
        return rewards.in(state, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The member gives a reservation up; the points are theirs again.
    ///
    /// @throws Problem UNKNOWN when it is not the member's; CONFLICT when it is over
    public Reservation release(long number, String member) {
        if (!find(number).member().equals(member)) {
            throw Refusing.unknownReservation(number);
        }
        return step(number, Reservation.State.RELEASED, null, "");
    }

    /// An operator confirms, releases or takes back.
    ///
    /// @param to CONFIRMED, RELEASED or RETURNED
    /// @param said for the audit trail
    /// @throws Problem UNKNOWN, or CONFLICT when its state or its time does not allow that
    public Reservation decide(long number, Reservation.State to, String said, String operator) {
        new Bounds()
                .that(said.length() <= Bounds.MAX_REASON, "said", said, "must have at most 1000 characters")
                .hold();
        return step(number, to, operator, said);
    }

    /// Ends a reservation whose time is over, unless somebody was faster.
    void lapse(Reservation over) {
        try {
            step(over.number(), Reservation.State.LAPSED, null, "");
        } catch (Problem faster) {
            if (faster.kind() != Problem.Kind.CONFLICT) {
                throw faster;
            }
        }
    }

    /// Those whose time is over.
    List<Reservation> over(int limit) {
        return rewards.over(clock.instant(), null, limit);
    }

    private Reservation step(long number, Reservation.State to, @Nullable String operator, String said) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Reservation seen = find(number);
            Map<Long, Long> parts = purses.parts(seen.subject());
            Purse purse = purses.lock(seen.member(), parts.keySet());
            Reservation current = find(number);
            KeptReward reward = rewards.lock(current.reward()).orElseThrow(() -> Refusing.unknownReward(seen.reward()));
            Instant now = clock.instant();
            if (!current.member().equals(seen.member()) || !may(current, to, reward.reward(), now)) {
                throw Refusing.wrongState(current);
            }
            move(purse, current, to, parts, now);
            if (!to.takes()) {
                rewards.take(current.reward(), -1);
            }
            rewards.change(number, to, now);
            purses.append(current.member(), purse, now);
            if (operator != null) {
                String act = to.name().toLowerCase(Locale.ROOT) + "_reward";
                members.audit(operator, act, current.subject(), said);
            }
            return find(number);
        }));
    }

    /// What a reservation may become, and when.
    static boolean may(Reservation reservation, Reservation.State to, Reward reward, Instant now) {
        boolean open = reservation.state() == Reservation.State.RESERVED;
        boolean over = !now.isBefore(reservation.until());
        return switch (to) {
            case RESERVED -> false;
            case CONFIRMED, RELEASED -> open && !over;
            case LAPSED -> open && over;
            case RETURNED ->
                reservation.state() == Reservation.State.CONFIRMED
                        && !now.isAfter(reservation.changedAt().plus(reward.returnWithin()));
        };
    }

    private void move(Purse purse, Reservation reservation, Reservation.State to, Map<Long, Long> parts, Instant now) {
        String subject = reservation.subject();
        switch (to) {
            case CONFIRMED -> purse.confirm(parts, subject);
            case RESERVED, RELEASED, LAPSED -> purse.release(parts, subject, now);
            case RETURNED -> {
                long late = purse.giveBack(parts, subject, now);
                if (late > 0) {
                    NewLot lot = returned(reservation, late, now);
                    purse.earn(purses.make(lot), late, now);
                }
            }
        }
    }

    private static NewLot returned(Reservation reservation, long points, Instant now) {
        return new NewLot(
                reservation.member(),
                Points.RETURNED,
                0,
                reservation.subject(),
                points,
                points,
                now.toString().substring(0, "2026-11-20".length()),
                now,
                now,
                now.plus(Purse.RETURNED_LIFE),
                false);
    }

    private Reservation find(long number) {
        return rewards.byNumber(number).orElseThrow(() -> Refusing.unknownReservation(number));
    }
}

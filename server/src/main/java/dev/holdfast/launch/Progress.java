package dev.holdfast.launch;

import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Following;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face for what comes after the lock: orders go on to their owners, and modules above hear of it.
///
/// An order that is scheduled may still be cancelled, and its deposit is forfeited; from BUILT on it may not,
/// unless its promise was broken. It is not changed any more. One that leaves gives back its place in the
/// supply at once, and whoever gave it a unit hears of that by [#happened].
public final class Progress {
    /// Steps in one batch: the line's lock is held for them, and others wait to order.
    static final int MAX_STEPS = 1_000;

    private final Lines lines;
    private final Following following;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;

    Progress(Lines lines, Following following, Launch launch, Members members, TransactionTemplate transactions) {
        this.lines = lines;
        this.following = following;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
    }

    /// Takes steps of any number of a launch's orders, in this order; one order may take several. Whatever
    /// was answered is durable: batches of the line carry them out, and no transaction of the caller's. The
    /// same steps once more change nothing.
    ///
    /// @param actor who does it: a person, or a clock by its word
    public Advanced advance(int number, List<Advance> steps, String actor) {
        Advanced advanced = Advanced.NONE;
        for (int from = 0; from < steps.size(); from += MAX_STEPS) {
            List<Advance> some = steps.subList(from, Math.min(steps.size(), from + MAX_STEPS));
            Answer answer = lines.ask(number, new Ask.Advance(List.copyOf(some), actor));
            advanced = advanced.plus(((Answer.Advanced) answer).advanced());
        }
        return advanced;
    }

    /// The same by an operator's hand, who leaves a trace: for a launch whose units nobody counts here.
    public Advanced advance(String slug, List<Advance> steps, String cause, String operator) {
        int number = launch.number(slug);
        transactions.executeWithoutResult(
                status -> members.audit(operator, "advance_orders", slug, steps.size() + " steps: " + cause));
        return advance(number, steps, operator);
    }

    /// What happened in a line since this follower asked last, and moves it on: in the running transaction,
    /// so what the follower makes of it and how far it has come stand or fall together, and nothing is heard
    /// twice or
    /// missed.
    /// Of several instances one waits for the other. A follower that is new hears all that the journal still
    /// holds.
    ///
    /// @param follower a stable word; from its first question on the journal keeps what it has not heard
    /// @param states what it wants to hear of
    public Happenings happened(String follower, int number, Set<OrderState> states) {
        return following.next(follower, number, states);
    }

    /// Whose orders they are, for those who have only their ids; what does not exist is left out.
    public Map<OrderId, String> members(Collection<OrderId> orders) {
        return following.members(orders);
    }

    /// What a launch's paid orders were promised and how they ended, as it stood at an instant that is past: whoever
    /// asks for the same instant later is told the same.
    ///
    /// @param after the last order of the page before; null: from the start
    public List<Course> courses(LaunchView view, Instant until, @Nullable OrderId after, int limit) {
        return following.courses(
                view.number(), view.definition().timeZone(), until, after, Math.clamp(limit, 1, Launch.MAX_PAGE));
    }

    /// The launches there are, by number.
    public List<Integer> launches() {
        return following.launches();
    }
}

package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Storable;
import dev.holdfast.member.Members;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/// What the product team sets: the classes of wishes and how much one member may have going.
public final class WishDesk {
    public static final int MAX_CLASSES = 50;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0," + (WishClass.MAX_NAME - 1) + "}");

    private final RuleStore store;
    private final Members members;
    private final TransactionTemplate transactions;

    WishDesk(RuleStore store, Members members, TransactionTemplate transactions) {
        this.store = store;
        this.members = members;
        this.transactions = transactions;
    }

    public List<WishClass> classes() {
        return store.classes();
    }

    public WishRules rules() {
        return store.rules();
    }

    /// A new class, or another wording or time for one there is. Wishes keep the day that was due when they came.
    ///
    /// @throws Problem INVALID; CONFLICT `too_many_wish_classes`
    public void define(WishClass wishClass, String operator) {
        if (!NAME.matcher(wishClass.name()).matches()) {
            throw WishProblems.invalid("name", "must be small letters, digits and hyphens, at most 40");
        }
        hold("name.en", wishClass.english());
        hold("name.zh", wishClass.chinese());
        within("answerDays", wishClass.answerDays(), WishClass.MAX_DAYS);
        transactions.executeWithoutResult(status -> {
            store.define(wishClass);
            if (store.classes().size() > MAX_CLASSES) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "too_many_wish_classes",
                        "There may be " + MAX_CLASSES + " classes of wishes. Change one of them.");
            }
            members.audit(
                    operator,
                    "define_wish_class",
                    wishClass.name(),
                    "answer within " + wishClass.answerDays() + " days");
        });
    }

    /// From now on; whoever has more going than a smaller budget allows keeps it.
    ///
    /// @throws Problem INVALID
    public void rule(WishRules rules, String operator) {
        within("liveVotes", rules.liveVotes(), WishRules.MAX);
        within("openWishes", rules.openWishes(), WishRules.MAX);
        transactions.executeWithoutResult(status -> {
            store.rule(rules);
            members.audit(
                    operator,
                    "set_wish_rules",
                    "wishes",
                    rules.liveVotes() + " live votes, " + rules.openWishes() + " open wishes");
        });
    }

    private static void within(String where, int value, int max) {
        if (value < 1 || value > max) {
            throw WishProblems.invalid(where, "must be a whole number from 1 to " + max);
        }
    }

    private static void hold(String where, String name) {
        boolean fits = !name.isBlank()
                && name.length() <= WishClass.MAX_NAME
                && name.codePoints().allMatch(Storable::character);
        if (!fits) {
            throw WishProblems.invalid(where, "must have 1 to " + WishClass.MAX_NAME + " characters on one line");
        }
    }
}

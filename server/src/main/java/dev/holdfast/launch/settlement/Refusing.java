package dev.holdfast.launch.settlement;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.Settlement.Way;
import dev.holdfast.launch.settlement.SettlementStore.Granted;
import java.util.List;
import java.util.Locale;

/// Why an amount cannot be settled as an operator says.
final class Refusing {
    private static final int MAX_QUOTED = 64;

    private Refusing() {}

    /// A reference is what the member finds the money by, so there has to be one.
    static void unlessTold(Settle settle) {
        if (settle.reference().isBlank() || !fits(settle.reference(), Settlements.MAX_REFERENCE)) {
            throw untold("reference", settle.reference(), "must have 1 to " + Settlements.MAX_REFERENCE);
        }
        if (!fits(settle.note(), Settlements.MAX_NOTE)) {
            throw untold("note", settle.note(), "must have at most " + Settlements.MAX_NOTE);
        }
    }

    private static boolean fits(String text, int max) {
        return text.length() <= max && text.codePoints().allMatch(Refusing::storable);
    }

    /// Half a surrogate pair cannot be stored: the database would keep a question mark for it.
    private static boolean storable(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    private static Problem untold(String where, String value, String bounds) {
        String reason = bounds + " characters and no control characters";
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, value.substring(0, Math.min(value.length(), MAX_QUOTED)), reason)));
    }

    static void unlessOwed(Settle settle, Granted granted) {
        Owed owed = granted.owed();
        if (owed.setOff() && !granted.live()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "compensation_lapsed",
                    "No. " + settle.number() + " was to be set off against the balance of an order that is "
                            + owed.state() + ": with the order it ended. Nothing is owed.");
        }
        if (!settle.amount().equals(owed.amount())) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "wrong_amount",
                    "Owed are " + text(owed.amount()) + ", not " + text(settle.amount())
                            + ". What is owed is settled whole: look" + " again at what was paid.");
        }
        if (settle.way() == Way.SET_OFF && !owed.fitsBalance()) {
            throw otherWay(
                    owed.setOff() ? "its order's balance is only " + text(owed.balance()) : "its rule pays it out");
        }
        if (settle.way() == Way.PAID && owed.fitsBalance()) {
            throw otherWay("its rule sets it off against the balance, which is " + text(owed.balance()));
        }
    }

    /// The other way is the only one: an amount that is to go off the balance is paid out where no balance holds it.
    private static Problem otherWay(String why) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "wrong_way",
                "This amount cannot be settled so: " + why + ". Settle it in the other way.");
    }

    private static String text(Money money) {
        return money.amount() + " " + money.currency();
    }

    static Problem unknown(Settle settle) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_compensation",
                "Order " + settle.order() + " was never owed anything with the number " + settle.number() + ".");
    }

    static Problem settled(Settle settle, Settlement before) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "compensation_settled",
                "No. " + settle.number() + " was settled at " + before.at() + " ("
                        + before.way().name().toLowerCase(Locale.ROOT) + ", " + before.reference()
                        + "). Do not pay it again.");
    }
}

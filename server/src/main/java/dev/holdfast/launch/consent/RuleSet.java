package dev.holdfast.launch.consent;

import dev.holdfast.kernel.Check;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// What a jurisdiction, or a seller who goes further, demands when a promise moves.
///
/// @param name by language, `en` and `zh`
/// @param silenceMaxSlips up to this many slips silence may count as consent
/// @param silenceMaxDays and only for a new window that begins at most this many days after the agreed one
/// @param answerDays days to answer where silence does not count as consent
/// @param answerMinDays days to answer at the very least, however late the question comes
/// @param answerAfterWindowDays nobody is left in doubt for longer than this after the end of the agreed window
/// @param maxDepositBasisPoints how much of the price a deposit may be, in hundredths of a percent
/// @param bindingPayback how many times a binding deposit is paid back when the seller fails: 1 or 2
/// @param forceMajeureExcuses what nobody could avoid is not the seller's failure: then once at the most
/// @param lockByTime an order may lock by itself when its terms were accepted; else its member alone locks it
/// @param sources where the rules are written
public record RuleSet(
        String id,
        Map<String, String> name,
        int silenceMaxSlips,
        int silenceMaxDays,
        int answerDays,
        int answerMinDays,
        int answerAfterWindowDays,
        int maxDepositBasisPoints,
        int bindingPayback,
        boolean forceMajeureExcuses,
        boolean lockByTime,
        List<String> sources) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public RuleSet {
        name = Map.copyOf(name);
        sources = List.copyOf(sources);
        Check.that(!id.isBlank(), "A rule set has no id.");
        Check.that(name.containsKey("en") && name.containsKey("zh"), "%s: needs a name in en and zh.", id);
        within(id, "silenceMaxSlips", silenceMaxSlips, 0, 100);
        within(id, "silenceMaxDays", silenceMaxDays, 0, 3_650);
        within(id, "answerMinDays", answerMinDays, 1, 365);
        within(id, "answerDays", answerDays, answerMinDays, 365);
        within(id, "answerAfterWindowDays", answerAfterWindowDays, 0, 365);
        within(id, "maxDepositBasisPoints", maxDepositBasisPoints, 1, 10_000);
        within(id, "bindingPayback", bindingPayback, 1, 2);
        Check.that(!sources.isEmpty(), "%s: names no source.", id);
    }

    /// What of a deposit binds: beyond the share of the rules it is money paid ahead, which comes back once. It can be
    /// beyond where a member changed to a cheaper offer.
    public long binding(long deposit, long price) {
        long share = BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(maxDepositBasisPoints))
                .divide(WHOLE)
                .longValueExact();
        return Math.min(deposit, share);
    }

    private static void within(String id, String what, int value, int min, int max) {
        Check.that(value >= min && value <= max, "%s: %s is %s, not from %s to %s.", id, what, value, min, max);
    }
}

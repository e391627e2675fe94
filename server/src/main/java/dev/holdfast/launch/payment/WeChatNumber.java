package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What WeChat Pay calls a payment of ours (`out_trade_no`): order and amount, in the 32 characters it leaves us.
///
/// The amount is in it because WeChat Pay refuses a number it knows under another amount, and a fan may change a held
/// order. The order can be read back out, which refunds need: their reports carry nothing else of ours.
final class WeChatNumber {

    /// Some 21 million yuan: what WeChat Pay's own field holds, and no more than six digits in base 36.
    static final long MAX_AMOUNT = Integer.MAX_VALUE;

    private static final int BASE = 36;
    private static final int ORDER_DIGITS = 25;
    private static final Pattern SHAPE = Pattern.compile("([0-9a-z]{" + ORDER_DIGITS + "})-([0-9a-z]{1,6})");

    private WeChatNumber() {}

    static String of(OrderId order, Money deposit) {
        String digits = new BigInteger(order.toString().replace("-", ""), 16).toString(BASE);
        return "0".repeat(ORDER_DIGITS - digits.length()) + digits + "-" + Long.toString(deposit.amount(), BASE);
    }

    /// Nothing when the number is not one of ours: the seller may sell elsewhere under the same account.
    static Optional<OrderId> order(String number) {
        Matcher shape = SHAPE.matcher(number);
        if (!shape.matches()) {
            return Optional.empty();
        }
        BigInteger bits = new BigInteger(shape.group(1), BASE);
        if (bits.bitLength() > 2 * Long.SIZE) {
            return Optional.empty();
        }
        UUID value = new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
        return OrderId.parse(value.toString());
    }
}

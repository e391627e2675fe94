package dev.holdfast.launch.receipt;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A receipt as text: a line for each thing it says, then the key's name, then the signature of all lines before.
///
/// Lines and not JSON, so that a fan can read it, and so that one `grep` gives exactly the bytes that were signed.
final class ReceiptText {
    private static final String NONE = "waiting list";
    private static final Pattern SHAPE = Pattern.compile("""
            (Holdfast receipt 1
            order: (?<order>[0-9a-f-]{36})
            launch: (?<launch>\\S{1,64})
            position: (?<position>[0-9]{1,12})
            entered: (?<entered>\\S{20,30})
            offer: (?<offer>\\S{1,64})
            state: (?<state>[A-Z]{1,16})
            first promise: (?<first>[^\\n]{1,32})
            current promise: (?<current>[^\\n]{1,32})
            issued: (?<issued>\\S{20,30})
            key: (?<key>[0-9a-f]{16})
            )signature: (?<signature>[A-Za-z0-9+/]{86}==)
            """);

    /// @param signed the lines under the signature, exactly
    /// @param key    names the key it was signed with
    record Parts(String signed, String key, String signature, OrderReceipt receipt) {}

    private ReceiptText() {}

    /// The lines that are to be signed.
    static String lines(OrderReceipt receipt, String key) {
        String lines = """
                Holdfast receipt 1
                order: %s
                launch: %s
                position: %d
                entered: %s
                offer: %s
                state: %s
                first promise: %s
                current promise: %s
                issued: %s
                key: %s
                """.formatted(
                        receipt.order(),
                        receipt.launch(),
                        receipt.position(),
                        receipt.entered(),
                        receipt.offer(),
                        receipt.state(),
                        window(receipt.firstPromise()),
                        window(receipt.currentPromise()),
                        receipt.issued(),
                        key);
        Check.that(lines.lines().count() == 11, "A receipt of %s would have other lines than it should.", receipt);
        return lines;
    }

    static String signed(String lines, String signature) {
        return lines + "signature: " + signature + "\n";
    }

    /// The parts of what looks like a receipt. Mail programs change the ends of lines, which hides no change of ours.
    static Optional<Parts> parts(String text) {
        String plain =
                text.replace("\uFEFF", "").replaceAll("[ \\t]*\\r?\\n", "\n").strip() + "\n";
        Matcher matcher = SHAPE.matcher(plain);
        return matcher.matches() ? receipt(matcher).map(receipt -> parts(matcher, receipt)) : Optional.empty();
    }

    private static Parts parts(Matcher matcher, OrderReceipt receipt) {
        return new Parts(matcher.group(1), matcher.group("key"), matcher.group("signature"), receipt);
    }

    private static Optional<OrderReceipt> receipt(Matcher matcher) {
        try {
            return OrderId.parse(matcher.group("order"))
                    .map(order -> new OrderReceipt(
                            order,
                            matcher.group("launch"),
                            Long.parseLong(matcher.group("position")),
                            Instant.parse(matcher.group("entered")),
                            matcher.group("offer"),
                            OrderState.valueOf(matcher.group("state")),
                            window(matcher.group("first")),
                            window(matcher.group("current")),
                            Instant.parse(matcher.group("issued"))));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String window(@Nullable Window window) {
        return window == null ? NONE : window.from() + " to " + window.to();
    }

    private static @Nullable Window window(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        String[] ends = text.split(" to ", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no window");
        }
        return new Window(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }
}

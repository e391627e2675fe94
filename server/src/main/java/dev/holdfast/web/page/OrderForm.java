package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the order form sends.
///
/// @param key     made with the form, the idempotency key of whatever comes of it
/// @param terms   the version of the terms whose box was ticked
/// @param another the reader has an order already and wants one more
record OrderForm(
        @Nullable String offer,
        @Nullable String region,
        @Nullable String key,
        @Nullable String terms,
        @Nullable Boolean another) {

    private static final String ADD_ON = "addOn.";

    boolean wantsAnother() {
        return Boolean.TRUE.equals(another);
    }

    /// @throws Problem MALFORMED when the key is missing or no key
    String checkedKey() {
        if (key == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Problem(
                    Problem.Kind.MALFORMED,
                    "idempotency_key_missing",
                    "This form carries no key. Maybe it was not sent from the page of the launch: load that page again.");
        }
        return key;
    }

    /// Units by add-on, which a form of a campaign names `addOn.` and the add-on's id.
    static Map<String, Integer> addOns(Map<String, String> said) {
        var units = new HashMap<String, Integer>();
        said.forEach((name, value) -> {
            if (name.startsWith(ADD_ON) && value.matches("[1-9][0-9]?")) {
                units.put(name.substring(ADD_ON.length()), Integer.valueOf(value));
            }
        });
        return units;
    }

    /// The same key may succeed after a refusal, unless it already made another order.
    OrderForm afterRefusal(Refusal refusal) {
        boolean spent = refusal instanceof Refusal.KeyReused;
        return new OrderForm(offer, region, spent ? UUID.randomUUID().toString() : key, terms, another);
    }

    String keyOrFresh() {
        return key == null ? UUID.randomUUID().toString() : key;
    }
}

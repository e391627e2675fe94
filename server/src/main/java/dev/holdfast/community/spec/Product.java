package dev.holdfast.community.spec;

import java.util.Map;

/// Something that is built by a spec.
///
/// @param name by language, `en` and `zh`
/// @param askAfterDays from the hand-over to the question whether what was wished for is there and good
public record Product(String id, Map<String, String> name, int askAfterDays) {
    public static final int MAX_ASK_AFTER_DAYS = 365;

    public Product {
        name = Map.copyOf(name);
    }
}

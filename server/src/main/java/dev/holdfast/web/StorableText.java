package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Storable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Texts that can be kept as they came: no control characters but line breaks and tabs, no half surrogate pairs. The
/// database would refuse the one and keep a question mark for the other; and a parser that is kind to overlong UTF-8
/// makes a NUL of bytes in which nobody sees one.
final class StorableText extends StringDeserializer {
    static final String CURE = "must hold no control characters but line breaks and tabs, and only whole characters";

    static SimpleModule module() {
        return new SimpleModule("storable texts").addDeserializer(String.class, new StorableText());
    }

    /// @throws Problem INVALID when the value cannot be kept, and so nothing can be found by it
    static @Nullable String parameter(String name, @Nullable String value) {
        if (value != null && !value.codePoints().allMatch(StorableText::isFit)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "The parameter " + name + " " + CURE + ".",
                    List.of(new Problem.Fault(name, null, CURE)));
        }
        return value;
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String text = super.deserialize(json, context);
        if (text != null && !text.codePoints().allMatch(StorableText::isFit)) {
            return (String) context.handleWeirdStringValue(String.class, text, CURE);
        }
        return text;
    }

    private static boolean isFit(int character) {
        return character == '\n' || character == '\r' || character == '\t' || Storable.character(character);
    }
}

package dev.holdfast.web;

import com.fasterxml.jackson.annotation.Nulls;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Reads requests strictly and writes answers.
///
/// Strictly: a field nobody knows, a field given twice, a text where a number belongs are refused rather than guessed
/// at, because what is guessed here is paid for later.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(StorableText.module())
            // Null stands for what was left out. In a list or a map nothing can be left out, and nobody there expects
            // it.
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(LogicalType.Textual, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.Enum, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
            })
            .build();

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(int.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Instant.class, "an instant such as 2026-11-20T12:00:00Z"),
            Map.entry(LocalDate.class, "a day such as 2026-12-31"),
            Map.entry(Duration.class, "a duration such as PT15M"),
            Map.entry(ZoneId.class, "a time zone such as Asia/Shanghai"));

    /// From where a message begins to speak of the library: `, from` a limit of its own, `: enable` a feature.
    private static final Pattern OWN_WORDS =
            Pattern.compile(" ?\\(start marker.*|\\([\\d,]+, from `.*|[:,;(]?[^:,;(]*`.*");

    private Json() {}

    /// Writes one document.
    interface Writing {
        void to(JsonGenerator json);
    }

    /// @throws Problem MALFORMED when it is no JSON, INVALID when it is not of the type
    static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw invalid(new Fault("", "null", "must be a JSON object"), null);
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw invalid(
                    new Fault(
                            path(unknown),
                            unknown.getPropertyName(),
                            "is no field here; known are " + unknown.getKnownPropertyIds()),
                    unknown);
        } catch (MismatchedInputException mismatch) {
            Object value = mismatch instanceof InvalidFormatException format ? format.getValue() : null;
            boolean unfit = value instanceof String && mismatch.getTargetType() == String.class;
            throw invalid(
                    new Fault(
                            path(mismatch),
                            value == null ? null : value.toString(),
                            unfit ? StorableText.CURE : "must be " + kind(mismatch)),
                    mismatch);
        } catch (DatabindException mismatch) {
            throw invalid(new Fault(path(mismatch), null, "cannot be read"), mismatch);
        } catch (InputCoercionException outOfRange) {
            throw invalid(new Fault("", null, "holds a number that is out of range"), outOfRange);
        } catch (JacksonException malformed) {
            throw new Problem(
                    Problem.Kind.MALFORMED,
                    "malformed_json",
                    "The body is no JSON: " + firstLine(malformed),
                    List.of(),
                    malformed);
        }
    }

    static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            writing.to(json);
        }
        return bytes.toByteArray();
    }

    /// One JSON object.
    static byte[] object(Writing members) {
        return write(json -> {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
        });
    }

    /// A field that is there in the right shape, and still cannot be.
    static Problem invalid(Fault fault) {
        return invalid(fault, null);
    }

    private static Problem invalid(Fault fault, @Nullable Throwable cause) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "The body does not fit: " + (fault.where().isEmpty() ? "" : fault.where() + ": ") + fault.reason(),
                List.of(fault),
                cause);
    }

    private static String path(DatabindException fault) {
        StringBuilder path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String kind(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        return KINDS.getOrDefault(type, List.class.isAssignableFrom(type) ? "an array" : "an object");
    }

    /// What is wrong with it, without what only this library knows: its features, its classes, its own places.
    private static String firstLine(JacksonException fault) {
        String message = fault.getOriginalMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return OWN_WORDS.matcher(first).replaceFirst("").strip();
    }
}

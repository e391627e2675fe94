package dev.holdfast.web.page;

import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOverDesk;
import dev.holdfast.delivery.handover.Point;
import dev.holdfast.delivery.handover.Said;
import dev.holdfast.delivery.handover.Said.Kind;
import dev.holdfast.kernel.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a tablet's page sends: what its script kept, or its form where there are no scripts.
final class SaidByTablet {
    private static final int MAX_TEXT = 1024 * 1024;

    private SaidByTablet() {}

    static List<Said> read(String json) {
        try {
            if (json.length() <= MAX_TEXT) {
                JsonNode all = JsonMapper.shared().readTree(json);
                if (all.isArray() && all.size() <= HandOverDesk.MAX_SAID) {
                    return all.valueStream().map(SaidByTablet::said).toList();
                }
            }
        } catch (JacksonException | DateTimeException | IllegalArgumentException unreadable) {
            // Told below.
        }
        throw new Problem(
                Problem.Kind.INVALID, "invalid_request", "What the tablet sent cannot be read. Load its page again.");
    }

    private static Said said(JsonNode one) {
        return new Said(
                UUID.fromString(one.path("id").asString("")),
                Kind.of(one.path("kind").asString("")).orElseThrow(IllegalArgumentException::new),
                Instant.parse(one.path("at").asString("")),
                one.path("subject").asString(""),
                one.path("good").isBoolean() ? one.path("good").booleanValue() : null,
                one.path("text").asString(""));
    }

    static byte[] answer(HandOverDesk.Told told) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "delivered",
                        told.delivered(),
                        "quarantined",
                        told.quarantined(),
                        "said",
                        told.verdicts().stream()
                                .map(verdict -> Map.of(
                                        "id",
                                        verdict.id().toString(),
                                        "outcome",
                                        verdict.outcome().name().toLowerCase(Locale.ROOT),
                                        "reason",
                                        verdict.reason()))
                                .toList()));
    }

    /// What the form says that was not said before.
    static List<Said> form(Map<String, String> form, HandOver record, Instant now) {
        List<Said> said = new ArrayList<>();
        for (Point point : record.checklist().points()) {
            String good = form.getOrDefault("point." + point.id(), "");
            String text = form.getOrDefault("text." + point.id(), "").strip();
            HandOver.Answer before = record.answers().get(point.id());
            boolean same = before != null
                    && Objects.equals(before.good(), good.equals("good"))
                    && before.text().equals(text);
            if (!good.isEmpty() && !same) {
                said.add(one(Kind.POINT, point.id(), good.equals("good"), text, now));
            }
        }
        String document = form.getOrDefault("document", "").strip();
        if (!document.isEmpty()) {
            said.add(one(
                    Kind.DOCUMENT,
                    document,
                    null,
                    form.getOrDefault("number", "").strip(),
                    now));
        }
        String note = form.getOrDefault("note", "").strip();
        if (!note.isEmpty()) {
            said.add(one(Kind.NOTE, "", null, note, now));
        }
        if (form.containsKey("done") && record.doneAt() == null) {
            said.add(one(Kind.DONE, "", null, "", now));
        }
        return said;
    }

    private static Said one(Kind kind, String subject, @Nullable Boolean good, String text, Instant now) {
        return new Said(UUID.randomUUID(), kind, now, subject, good, text);
    }
}

package dev.holdfast.supply.master;

import dev.holdfast.supply.SupplyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What suppliers and storekeepers said last on each subject, and before.
///
/// The last word is the one that occurred last by its source, then by the source's own sequence, then by the order in
/// which it was written down; so a word that comes late does not undo a later one.
final class Standing {
    static final String COMMITMENT = "commitment";
    static final String COUNT = "count";
    static final String QUARANTINE = "quarantine";
    static final String BUILT = "built";

    private final Map<String, Map<String, List<SupplyEvent>>> words = new LinkedHashMap<>();

    /// @param events the effective ones, by number
    static Standing of(List<SupplyEvent> events) {
        var standing = new Standing();
        events.forEach(standing::add);
        return standing;
    }

    void add(SupplyEvent event) {
        words.computeIfAbsent(event.kind(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                .add(event);
    }

    /// The words on a subject that held, the last one last.
    List<SupplyEvent> words(String kind, String subject) {
        return words.getOrDefault(kind, Map.of()).getOrDefault(subject, List.of());
    }

    @Nullable
    SupplyEvent last(String kind, String subject) {
        List<SupplyEvent> said = words(kind, subject);
        return said.isEmpty() ? null : said.getLast();
    }

    /// The last word on every subject of a kind.
    List<SupplyEvent> last(String kind) {
        return words.getOrDefault(kind, Map.of()).values().stream()
                .map(List::getLast)
                .toList();
    }

    Set<String> subjects(String kind) {
        return words.getOrDefault(kind, Map.of()).keySet();
    }

    /// Whether a word that has not been written down yet takes the place of what was said last.
    boolean isOvertaken(String kind, String subject, Instant occurredAt, long sequence) {
        SupplyEvent last = last(kind, subject);
        return last != null
                && (occurredAt.isBefore(last.occurredAt())
                        || (occurredAt.equals(last.occurredAt()) && sequence < last.sequence()));
    }

    Set<String> components() {
        return words.values().stream()
                .flatMap(subjects -> subjects.values().stream())
                .map(said -> said.getLast().component())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> suppliers() {
        return last(COMMITMENT).stream()
                .map(SupplyEvent::supplier)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

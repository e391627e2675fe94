package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.handover.HandOver.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What all that was said comes to.
///
/// Tablets lose their connection, and what they kept arrives later and in any order. So nothing that arrives
/// changes anything that is there: all of it is put in the order in which it was said, each time anew, and of
/// each point the last word counts. The same things in another order come to the same.
final class Protocol {
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.said().at())
            .thenComparing(row -> row.said().id());

    final Map<String, Answer> answers = new HashMap<>();
    final Map<String, Answer> documents = new HashMap<>();
    final List<Answer> notes = new ArrayList<>();
    final List<String> missing = new ArrayList<>();

    @Nullable
    Answer signature;

    @Nullable
    Instant doneAt;

    /// @param actor who said it
    record Row(Said said, String actor) {}

    /// @param confirmed whether the owner confirmed it on their own phone
    Protocol(Checklist checklist, List<Row> rows, List<Photo> photos, boolean confirmed) {
        rows.stream().sorted(ORDER).forEach(this::add);
        for (Point point : checklist.points()) {
            Answer answer = answers.get(point.id());
            if (point.needed() && (answer == null || !Objects.equals(answer.good(), true))) {
                missing.add("point:" + point.id());
            }
            if (point.photo()
                    && photos.stream().noneMatch(photo -> photo.point().equals(point.id()))) {
                missing.add("photo:" + point.id());
            }
        }
        if (doneAt == null) {
            missing.add("done");
        }
        if (signature == null && !confirmed) {
            missing.add("signature");
        }
    }

    private void add(Row row) {
        Said said = row.said();
        Answer answer = new Answer(said.subject(), said.good(), said.text(), said.at(), row.actor());
        switch (said.kind()) {
            case POINT -> answers.put(said.subject(), answer);
            case DOCUMENT -> documents.put(said.subject(), answer);
            case NOTE -> notes.add(answer);
            case SIGNATURE -> signature = answer;
            case DONE -> doneAt = said.at();
        }
    }

    boolean complete() {
        return missing.isEmpty();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.kept.Figure;
import dev.holdfast.delivery.kept.Promise;
import dev.holdfast.delivery.kept.Publication;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the promises of each launch were kept.
record KeptPage(Frame frame, List<Row> rows) {
    KeptPage {
        rows = List.copyOf(rows);
    }

    /// @param figures of the launch as a whole, against either promise
    record Row(LaunchView launch, Publication publication, List<Figure> figures) {
        Row {
            figures = List.copyOf(figures);
        }
    }

    Words words() {
        return frame.words();
    }

    String name(Row row) {
        return words().name(row.launch().definition().name());
    }

    /// Against the first promise, and then the current: neither is ever shown alone.
    List<String> shares(Row row) {
        return List.of(share(row, Promise.FIRST), share(row, Promise.CURRENT));
    }

    private String share(Row row, Promise promise) {
        return row.figures().stream()
                .filter(figure -> figure.promise() == promise)
                .findFirst()
                .map(figure -> share(words(), figure.onTimeInFull()))
                .orElse(words().say("kept.none"));
    }

    static String share(Words words, @Nullable Double share) {
        return share == null ? words.say("kept.none") : words.share(share);
    }
}

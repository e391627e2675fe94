package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.Figures;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How the brand answers, kept for a few seconds: it is reckoned from every wish and every answer, and stands above
/// each page of the list.
@Component
class FiguresShelf {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final LoadingCache<String, Figures> kept;

    FiguresShelf(Answers answers) {
        this.kept = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> answers.figures());
    }

    Figures now() {
        return kept.get("all");
    }
}

package dev.holdfast.community.spec;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.WishId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What of a new version was wished for: news for those who care about each of the wishes.
record CameTrue(Product product, int version, List<Change> changes) {
    CameTrue {
        changes = List.copyOf(changes);
    }

    /// One piece of news for each wish, however many changes answer it.
    void tell(WishNews news) {
        Map<WishId, List<Change>> byWish = new LinkedHashMap<>();
        for (Change change : changes) {
            WishId wish = change.wish();
            if (wish != null) {
                byWish.computeIfAbsent(wish, first -> new ArrayList<>()).add(change);
            }
        }
        byWish.forEach(
                (wish, changed) -> news.note(wish, WishNews.Kind.KEPT, product.id() + "/" + version, facts(changed)));
    }

    private Map<String, String> facts(List<Change> changed) {
        return Map.of(
                "version", Integer.toString(version),
                "product.en", product.name().getOrDefault("en", ""),
                "product.zh", product.name().getOrDefault("zh", ""),
                "changes.en", lines(changed, "en"),
                "changes.zh", lines(changed, "zh"));
    }

    private static String lines(List<Change> changed, String language) {
        return changed.stream()
                .map(change -> change.attribute().get(language) + ": "
                        + change.from().get(language) + " → " + change.to().get(language))
                .collect(Collectors.joining("\n"));
    }
}

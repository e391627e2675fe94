package dev.holdfast.guard;

import com.sun.source.tree.ClassTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The types that papers name in code font. A paper rots first where a type was renamed.
public final class Mentions {

    /// `BatchStore` or `Batch.decide(...)`; one hump alone may be an ordinary word.
    private static final Pattern NAME = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+(?:[A-Z][a-z]+)+)\\b[^`]*`");

    /// Words of others, and the names of alarms, which are held against their rules.
    private static final Set<String> FOREIGN = Set.of("SameSite", "HttpOnly", "SecureRandom");

    private static final String ALARM = "Holdfast";

    private Mentions() {}

    public static Look look(List<Source> pages, List<Source> sources) {
        Set<String> types = new TreeSet<>(FOREIGN);
        JavaSource.parse(sources.stream().filter(Source::isJava).toList())
                .forEach(java -> java.each(tree -> {
                    if (tree instanceof ClassTree type) {
                        types.add(type.getSimpleName().toString());
                    }
                }));
        Look.Taking look = new Look.Taking();
        for (Source page : pages) {
            var name = NAME.matcher(page.text());
            while (name.find()) {
                look.judged();
                if (!types.contains(name.group(1)) && !name.group(1).startsWith(ALARM)) {
                    look.found(
                            page, 1, "names %s, which is no type here. Maybe it was renamed".formatted(name.group()));
                }
            }
        }
        return look.taken();
    }
}

package dev.holdfast.guard;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The links from one page of the repository to another, and to a heading within it.
public final class Links {

    private static final Pattern LINK =
            Pattern.compile("!?\\[[^\\]]*]\\(\\s*([^)\\s]+)[^)]*\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);

    private Links() {}

    /// Judges every relative link of every Markdown page.
    ///
    /// @param exists whether a file or folder of this path is there
    public static Look look(List<Source> pages, Predicate<String> exists) {
        Look.Taking look = new Look.Taking();
        for (Source page : pages) {
            var link = LINK.matcher(CODE.matcher(page.text()).replaceAll("`code`"));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!ELSEWHERE.matcher(target).matches()) {
                    look.judged();
                    judge(page, target, pages, exists, look);
                }
            }
        }
        return look.taken();
    }

    private static void judge(
            Source page, String target, List<Source> pages, Predicate<String> exists, Look.Taking look) {
        String[] parts = target.split("#", 2);
        String path = parts[0].isEmpty() ? page.path() : resolved(page.folder(), parts[0]);
        if (!exists.test(path)) {
            look.found(page, 1, "leads to '%s', which is not there".formatted(target));
        } else if (parts.length > 1 && !headings(path, pages).contains(parts[1])) {
            look.found(page, 1, "leads to the heading '%s', which is not there".formatted(target));
        }
    }

    private static String resolved(String folder, String target) {
        var parts = new ArrayDeque<String>();
        String from = target.startsWith("/") || folder.isEmpty() ? target : folder + "/" + target;
        for (String part : Arrays.asList(from.split("/", -1))) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /// Headings as the usual readers turn them into anchors: lower case, hyphens for blanks, no other signs.
    private static Set<String> headings(String path, List<Source> pages) {
        return pages.stream()
                .filter(page -> page.path().equals(path))
                .flatMap(page -> page.text().lines())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

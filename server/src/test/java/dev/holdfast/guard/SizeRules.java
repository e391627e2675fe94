package dev.holdfast.guard;

import com.sun.source.tree.MethodTree;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a line, a method and a file may get.
public final class SizeRules {

    /// The formatter wraps code here; a comment or a text block that runs on is for us to find.
    private static final int LINE = 120;

    /// A line that is all data may run on: to break it would hide what a test feeds in.
    private static final Pattern DATA = Pattern.compile("\\s*[\"{].*");

    private static final int METHOD = 50;
    private static final int FILE = 400;

    /// Files that are longer than they should be, with the length each may have. The figures may only shrink: a file
    /// that got shorter than its figure breaks the rule too, until the figure follows.
    private static final Map<String, Integer> LONGER_FILES = Map.of();

    static final Rule LINES = new TextRule(
            "a line has at most 120 characters",
            source -> source.isJava()
                    || source.path().endsWith(".sql")
                    || source.path().endsWith(".jte"),
            (source, look) -> {
                look.judged();
                List<String> lines = source.lines();
                for (int at = 0; at < lines.size(); at++) {
                    int length = lines.get(at).length();
                    if (length > LINE && !DATA.matcher(lines.get(at)).matches()) {
                        look.found(source, at + 1L, "%s characters. Maybe break the line".formatted(length));
                    }
                }
            },
            List.of(Source.ofProduct("launch/Wide.java", "// " + "wide ".repeat(30))),
            List.of(
                    Source.ofProduct("launch/Narrow.java", "// narrow"),
                    Source.ofProduct("launch/Bodies.java", "  \"" + "wide ".repeat(30) + "\",")));

    static final Rule METHODS = new JavaRule(
            "a method has at most 50 lines",
            source -> true,
            SizeRules::judgeMethods,
            List.of(Source.ofProduct("launch/Long.java", method(49))),
            List.of(Source.ofProduct("launch/Short.java", method(48))));

    static final Rule FILES = files(LONGER_FILES);

    private SizeRules() {}

    public static Rule files(Map<String, Integer> longer) {
        return new TextRule(
                "a file has at most 400 lines, and a listed exception only shrinks",
                source -> source.isJava() || source.path().endsWith(".sql"),
                (source, look) -> {
                    look.judged();
                    judgeLength(source, longer.get(source.path()), look);
                },
                List.of(Source.ofProduct("launch/Long.java", "// line\n".repeat(401))),
                List.of(Source.ofProduct("launch/Short.java", "// line\n".repeat(400))));
    }

    private static void judgeLength(Source source, @Nullable Integer exception, Look.Taking look) {
        int length = source.lines().size();
        if (exception == null && length > FILE) {
            look.found(source, FILE, "%s lines. Maybe a part of it deserves its own name".formatted(length));
        }
        if (exception != null && length > exception) {
            look.found(source, FILE, "grew from %s to %s lines".formatted(exception, length));
        }
        if (exception != null && length < exception) {
            look.found(source, FILE, "shrank from %s to %s lines: lower its figure".formatted(exception, length));
        }
    }

    private static void judgeMethods(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            if (tree instanceof MethodTree method) {
                look.judged();
                long first = java.firstLine(method);
                long length = java.lastLine(method) - first + 1;
                if (length > METHOD) {
                    look.found(java.source(), first, "%s has %s lines".formatted(method.getName(), length));
                }
            }
        });
    }

    private static String method(int statements) {
        return "class Some {\n void act() {\n" + "  act();\n".repeat(statements) + " }\n}\n";
    }
}

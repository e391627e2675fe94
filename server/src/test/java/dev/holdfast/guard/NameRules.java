package dev.holdfast.guard;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a type, a method and a variable may not be called.
final class NameRules {

    /// Endings that say nothing about what the type is.
    private static final Pattern EMPTY_ENDING = Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils|Base)");

    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    /// Words nobody says aloud. Allowed are max, min, id, sql and url.
    private static final Set<String> ABBREVIATIONS = Set.of(
            "addr", "amt", "btn", "calc", "cfg", "cnt", "conf", "conn", "ctx", "idx", "mgr", "msg", "num", "qty",
            "repo", "req", "res", "resp", "stmt", "svc", "tmp", "txn", "usr", "pwd", "util", "impl");

    static final Rule TYPES = new JavaRule(
            "a type's name ends in a word that says what it is",
            source -> true,
            NameRules::judgeTypes,
            List.of(
                    Source.ofProduct("launch/LineImpl.java", "class LineImpl {}"),
                    Source.ofProduct("launch/LineManager.java", "record LineManager() {}"),
                    Source.ofProduct("launch/Line.java", "class Line { enum LineHelper { } }"),
                    Source.ofProduct("launch/LineUtils.java", "interface LineUtils {}"),
                    Source.ofProduct("launch/LineBase.java", "abstract class LineBase {}")),
            List.of(Source.ofProduct("launch/Line.java", "class Line {}")));

    static final Rule MEMBERS = new JavaRule(
            "a method has no get-prefix and no name is abbreviated",
            source -> true,
            NameRules::judgeMembers,
            List.of(
                    Source.ofProduct("launch/Line.java", "class Line { long getPosition() { return 1; } }"),
                    Source.ofProduct("launch/Line.java", "class Line { long position(Context ctx) { return 1; } }"),
                    Source.ofProduct("launch/Line.java", "class Line { int orderCnt; }"),
                    Source.ofProduct("launch/Line.java", "record Line(String lastMsg) {}")),
            List.of(
                    Source.ofProduct("launch/Line.java", "class Line { long position(long maxId) { return 1; } }"),
                    Source.ofProduct(
                            "launch/Line.java",
                            "class Line { String name; @Override public String getName() { return name; } }")));

    private NameRules() {}

    private static void judgeTypes(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            if (tree instanceof ClassTree type) {
                look.judged();
                String name = type.getSimpleName().toString();
                if (EMPTY_ENDING.matcher(name).matches()) {
                    look.found(java.source(), java.firstLine(type), name + ". Maybe name the one thing it does");
                }
            }
        });
    }

    private static void judgeMembers(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            String name = switch (tree) {
                case MethodTree method
                when !overrides(method) -> method.getName().toString();
                case VariableTree variable -> variable.getName().toString();
                default -> "";
            };
            boolean isGetter =
                    tree instanceof MethodTree && GETTER.matcher(name).matches();
            if (!name.isEmpty()) {
                look.judged();
            }
            if (isGetter || isAbbreviated(name)) {
                look.found(java.source(), java.firstLine(tree), name + ". Maybe say the word, whole and alone");
            }
        });
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean isAbbreviated(String name) {
        for (String word : name.split("(?=[A-Z])|_|(?<=\\D)(?=\\d)", -1)) {
            if (ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}

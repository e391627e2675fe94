package dev.holdfast.guard;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How types are put together, and that every package says what null means in it.
public final class ShapeRules {

    private static final Set<String> INJECTED =
            Set.of("Autowired", "Inject", "Resource", "Value", "PersistenceContext", "jakarta.inject.Inject");

    /// Files that hand an Optional on exactly as it was returned to them. May only get shorter.
    private static final Set<String> HAND_ON_WHAT_WAS_RETURNED =
            Set.of("SupplyLine.java", "OneCurve.java", "Line.java", "Looking.java");

    static final Rule FIELDS = new JavaRule(
            "what an object needs comes in by its constructor, and no parameter is an Optional",
            source -> true,
            ShapeRules::judgeFields,
            List.of(
                    Source.ofProduct("web/Some.java", "class Some { @Autowired Launches launches; }"),
                    Source.ofProduct("web/Some.java", "class Some { @Value(\"${port}\") int port; }"),
                    Source.ofProduct("web/Some.java", "class Some { void act(Optional<String> name) {} }"),
                    Source.ofProduct("web/Some.java", "class Some { Some(java.util.Optional<String> name) {} }")),
            List.of(Source.ofProduct("web/Some.java", """
                    class Some {
                        private final String name;
                        Some(@Value("${name}") String name) { this.name = name; }
                        Optional<String> name() { Optional<String> found = find(name); return found; }
                    }
                    """)));

    /// In tests a module's package is marked by the product's own declaration. A second declaration there would hide
    /// the
    /// first from every reader at run time, and the module would look as if it had declared nothing.
    public static final Rule PACKAGES = new Packages();

    private static final Pattern OPTIONAL = Pattern.compile("(java\\.util\\.)?Optional(Int|Long|Double)?(<.*>)?");
    private static final Pattern NULL_MARKED = Pattern.compile("^@NullMarked", Pattern.MULTILINE);

    private ShapeRules() {}

    private static void judgeFields(JavaSource java, Look.Taking look) {
        java.each(tree -> {
            if (tree instanceof ClassTree type) {
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .forEach(field -> judgeField(java, (VariableTree) field, look));
            }
            if (tree instanceof MethodTree method) {
                method.getParameters().forEach(parameter -> judgeOptional(java, parameter, look));
            }
        });
    }

    private static void judgeField(JavaSource java, VariableTree field, Look.Taking look) {
        look.judged();
        for (AnnotationTree annotation : field.getModifiers().getAnnotations()) {
            if (INJECTED.contains(annotation.getAnnotationType().toString())) {
                look.found(java.source(), java.firstLine(field), field + ": take it by constructor");
            }
        }
    }

    private static void judgeOptional(JavaSource java, VariableTree variable, Look.Taking look) {
        look.judged();
        boolean isListed = HAND_ON_WHAT_WAS_RETURNED.contains(java.source().name());
        if (!isListed && OPTIONAL.matcher(String.valueOf(variable.getType())).matches()) {
            look.found(java.source(), java.firstLine(variable), variable + ": use @Nullable");
        }
    }

    private static final class Packages implements Rule {

        @Override
        public String sentence() {
            return "every package is @NullMarked, and no test hides what a module declares";
        }

        @Override
        public Look look(List<Source> sources) {
            Look.Taking look = new Look.Taking();
            List<Source> java = sources.stream().filter(Source::isJava).toList();
            Set<String> declared = folders(java, "");
            Set<String> modules = folders(java, "@ApplicationModule");
            for (String folder : new TreeSet<>(java.stream().map(Source::folder).toList())) {
                look.judged();
                String product = folder.replace("/src/test/", "/src/main/");
                boolean isTest = !product.equals(folder);
                if (!declared.contains(folder) && !declared.contains(product)) {
                    look.found(new Source(folder, ""), 1, "has no package-info.java");
                }
                if (isTest && declared.contains(folder) && modules.contains(product)) {
                    look.found(
                            new Source(folder, ""), 1, "hides a module's declaration: remove this package-info.java");
                }
            }
            java.stream()
                    .filter(source -> source.name().equals("package-info.java"))
                    .filter(source -> !NULL_MARKED.matcher(source.text()).find())
                    .forEach(source -> look.found(source, 1, "does not say @NullMarked"));
            return look.taken();
        }

        private static Set<String> folders(List<Source> java, String saying) {
            return java.stream()
                    .filter(source -> source.name().equals("package-info.java"))
                    .filter(source -> source.text().contains(saying))
                    .map(Source::folder)
                    .collect(Collectors.toSet());
        }

        @Override
        public List<Source> breaches() {
            return List.of(
                    Source.ofProduct("launch/Some.java", "class Some {}"),
                    new Source("server/src/test/java/dev/holdfast/SomeTest.java", "class SomeTest {}"),
                    Source.ofProduct("launch/package-info.java", "package dev.holdfast.launch;"),
                    Source.ofProduct("launch/package-info.java", "/// @NullMarked\npackage dev.holdfast.launch;"));
        }

        @Override
        public List<Source> fair() {
            return List.of(Source.ofProduct("launch/package-info.java", "\n@NullMarked\npackage dev.holdfast.launch;"));
        }
    }
}

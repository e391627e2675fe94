package dev.holdfast.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// Which module may use which, and whether an application keeps to it.
///
/// Spring Modulith's own check holds a module to what it declared; it says nothing about a module that declares nothing
/// or declares too much. This one discovers the modules and asks that too.
public final class Arrows {

    private final Map<String, Set<String>> targets = new LinkedHashMap<>();

    private Arrows() {}

    /// Reads lines such as `supply -> launch member`; an arrow to a module is an arrow to all that it points to.
    public static Arrows read(String text) {
        Arrows arrows = new Arrows();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] sides = line.strip().split("\\s*->\\s*", 2);
            arrows.targets.put(
                    sides[0], new LinkedHashSet<>(List.of(sides[1].strip().split("\\s+"))));
        });
        return arrows;
    }

    /// One sentence for each breach; an application without a module is one.
    public List<String> breaches(ApplicationModules application) {
        List<String> breaches = new ArrayList<>(application.detectViolations().getMessages());
        if (application.stream().findAny().isEmpty()) {
            breaches.add("no module was found, so there was nothing to judge");
        }
        application.stream().forEach(module -> {
            judgeDeclaration(module, breaches);
            judgeUses(module, application, breaches);
        });
        return breaches;
    }

    private void judgeDeclaration(ApplicationModule module, List<String> breaches) {
        String name = name(module);
        if (!targets.containsKey(name)) {
            breaches.add("no arrow mentions module '%s'. Maybe add it where the arrows are written".formatted(name));
        }
        if (module.isOpen()) {
            breaches.add("module '%s' is open: everybody could use its inside".formatted(name));
        }
        Set<String> declared = declared(module);
        if (declared.contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)) {
            breaches.add("module '%s' does not declare allowedDependencies, so it may use everything".formatted(name));
            return;
        }
        declared.stream()
                .map(target -> target.split("::", 2)[0].strip())
                .filter(target -> !reaches(name, target))
                .forEach(
                        target -> breaches.add("module '%s' declares '%s' against the arrows".formatted(name, target)));
    }

    private static Set<String> declared(ApplicationModule module) {
        return module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(declaration -> Set.of(declaration.allowedDependencies()))
                .orElse(Set.of(org.springframework.modulith.ApplicationModule.OPEN_TOKEN));
    }

    private void judgeUses(ApplicationModule module, ApplicationModules application, List<String> breaches) {
        module.getDirectDependencies(application)
                .uniqueModules()
                .filter(target -> !target.equals(module))
                .filter(target -> !reaches(name(module), name(target)))
                .forEach(target ->
                        breaches.add("module '%s' uses '%s' against the arrows".formatted(name(module), name(target))));
    }

    private boolean reaches(String from, String target) {
        Set<String> next = targets.getOrDefault(from, Set.of());
        return next.contains(target) || next.stream().anyMatch(step -> reaches(step, target));
    }

    /// A module within a module answers to the arrows of the outer one.
    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString().split("\\.", 2)[0];
    }
}

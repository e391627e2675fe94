package dev.holdfast.guard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/// What the classes of an application promise each other. A face is a public type in the base package of a module, or
/// in
/// a sub-package that is named as an interface on purpose.
///
/// Every rule fails when it finds no class to judge.
public record Faces(String application) {

    /// Java itself, and annotations that only compilers and guards read.
    private static final List<String> NEUTRAL =
            List.of("java.", "org.jspecify.", "org.springframework.modulith.", "com.google.errorprone.annotations.");

    /// A face that speaks of one of these hands out the inside of its module: a connection, a store, a framework.
    public ArchRule speakOnlyOfFaces() {
        return classes()
                .that(describe("are faces", this::isFace))
                .should(speakOf(describe("faces and java types", this::maySpeakOf)))
                .allowEmptyShould(false);
    }

    public ArchRule kernelUsesNothingElse() {
        return classes()
                .that()
                .resideInAPackage(application + ".kernel..")
                .should()
                .onlyDependOnClassesThat(describe("are of the kernel or of Java", this::maySupportTheKernel))
                .allowEmptyShould(false);
    }

    public ArchRule webHoldsNoSql() {
        return noClasses()
                .that()
                .resideInAPackage(application + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .allowEmptyShould(false);
    }

    /// Visibility keeps the base package of a module; only this keeps its sub-packages, from the tests of others too.
    public ArchRule reachIntoNoOtherModule() {
        return classes()
                .that()
                .resideInAPackage(application + "..")
                .should(new ArchCondition<>("use no sub-package of another module that is not named as an interface") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(use -> isInsideOfAnother(type, use.getTargetClass()))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                    }
                })
                .allowEmptyShould(false);
    }

    /// Public in a sub-package that is nobody's face is hidden enough: the module's own packages need each other.
    public ArchRule storesAreHidden() {
        return noClasses()
                .that()
                .resideInAPackage(application + "..")
                .and()
                .haveSimpleNameEndingWith("Store")
                .should(be(describe("faces", this::isFace)))
                .allowEmptyShould(false);
    }

    private boolean isFace(JavaClass type) {
        return isPublic(type) && isFacePackage(type);
    }

    /// `run` is outermost: no module may use it, so it has no face, and connections are its very business.
    private boolean isFacePackage(JavaClass type) {
        if (type.getPackageName().equals(application + ".run")) {
            return false;
        }
        String inner = type.getPackageName().replace(application + ".", "");
        boolean isBase = type.getPackageName().startsWith(application + ".") && !inner.contains(".");
        return isBase || type.getPackage().isAnnotatedWith(NamedInterface.class);
    }

    private boolean isInsideOfAnother(JavaClass type, JavaClass used) {
        JavaClass element = used.getBaseComponentType();
        String home = module(element);
        boolean isSub = !home.isEmpty() && !element.getPackageName().equals(application + "." + home);
        return isSub && !home.equals(module(type)) && !element.getPackage().isAnnotatedWith(NamedInterface.class);
    }

    private String module(JavaClass type) {
        String inside = type.getPackageName() + ".";
        if (!inside.startsWith(application + ".")) {
            return "";
        }
        String[] steps = inside.substring(application.length() + 1).split("\\.", 2);
        return steps[0];
    }

    /// A type within a type is only as public as the outer one.
    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Faces::isPublic).orElse(true);
    }

    private boolean maySpeakOf(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        boolean isJava = element.getPackageName().startsWith("java.")
                && !element.getPackageName().startsWith("java.sql");
        return element.isPrimitive() || isJava || isFace(element);
    }

    private boolean maySupportTheKernel(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        String home = element.getPackageName() + ".";
        boolean isNeutral = NEUTRAL.stream().anyMatch(home::startsWith) || home.startsWith(application + ".kernel.");
        return element.isPrimitive() || (isNeutral && !home.startsWith("java.sql."));
    }

    private static ArchCondition<JavaClass> speakOf(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("speak only of " + allowed.getDescription()) {
            @Override
            public void check(JavaClass face, ConditionEvents events) {
                for (JavaType spoken : spoken(face)) {
                    spoken.getAllInvolvedRawTypes().stream()
                            .filter(type -> !allowed.test(type))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    face, "%s speaks of %s".formatted(face.getName(), type.getName()))));
                }
            }
        };
    }

    /// Every type in what others can call, read, catch or extend.
    private static Set<JavaType> spoken(JavaClass face) {
        Set<JavaType> types = new LinkedHashSet<>(face.getInterfaces());
        face.getSuperclass().ifPresent(types::add);
        face.getFields().stream()
                .filter(field -> isOffered(field.getModifiers()))
                .forEach(field -> types.add(field.getType()));
        face.getCodeUnits().stream()
                .filter(unit -> isOffered(unit.getModifiers()))
                .forEach(unit -> types.addAll(spoken(unit)));
        return types;
    }

    private static Set<JavaType> spoken(JavaCodeUnit unit) {
        Set<JavaType> types = new LinkedHashSet<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getExceptionTypes());
        return types;
    }

    private static boolean isOffered(Set<JavaModifier> modifiers) {
        boolean isOurs = !modifiers.contains(JavaModifier.SYNTHETIC) && !modifiers.contains(JavaModifier.BRIDGE);
        return isOurs && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }
}

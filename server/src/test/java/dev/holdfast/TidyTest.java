package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Look;
import dev.holdfast.guard.Repository;
import dev.holdfast.guard.Rule;
import dev.holdfast.guard.Rules;
import dev.holdfast.guard.ShapeRules;
import dev.holdfast.guard.SizeRules;
import dev.holdfast.guard.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The sources keep every rule of [Rules], and every rule is able to notice when they do not.
class TidyTest {

    @TestFactory
    Stream<DynamicTest> the_sources_keep_the_rule() {
        List<Source> sources = Repository.sources();
        return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> keep(rule, sources)));
    }

    @TestFactory
    Stream<DynamicTest> the_rule_catches_every_planted_breach() {
        return Rules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> {
                    assertFalse(rule.breaches().isEmpty(), "a rule without a planted breach proves nothing");
                    List<Source> missed = rule.breaches().stream()
                            .filter(breach ->
                                    rule.look(List.of(breach)).findings().isEmpty())
                            .toList();
                    assertEquals(List.of(), missed, "not caught");
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_rule_lets_fair_sources_pass() {
        return Rules.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> {
                    assertFalse(rule.fair().isEmpty(), "a rule that forbids everything proves nothing either");
                    rule.fair().forEach(fair -> keep(rule, List.of(fair)));
                }));
    }

    @Test
    void a_listed_long_file_may_only_shrink() {
        Source file = new Source("server/src/main/java/dev/holdfast/Long.java", "// line\n".repeat(500));
        assertTrue(SizeRules.files(Map.of(file.path(), 500))
                .look(List.of(file))
                .findings()
                .isEmpty());
        assertFalse(
                SizeRules.files(Map.of(file.path(), 499))
                        .look(List.of(file))
                        .findings()
                        .isEmpty(),
                "grew");
        assertFalse(
                SizeRules.files(Map.of(file.path(), 501))
                        .look(List.of(file))
                        .findings()
                        .isEmpty(),
                "shrank");
    }

    @Test
    void a_test_does_not_hide_what_a_module_declares() {
        String marked = "@NullMarked\npackage dev.holdfast.launch;";
        Source module = new Source(
                "server/src/main/java/dev/holdfast/launch/package-info.java", "@ApplicationModule\n" + marked);
        Source plain = new Source("server/src/main/java/dev/holdfast/launch/package-info.java", marked);
        Source test = new Source("server/src/test/java/dev/holdfast/launch/package-info.java", marked);
        assertTrue(ShapeRules.PACKAGES.look(List.of(plain, test)).findings().isEmpty());
        assertFalse(ShapeRules.PACKAGES.look(List.of(module, test)).findings().isEmpty());
    }

    private static void keep(Rule rule, List<Source> sources) {
        Look look = rule.look(sources);
        assertTrue(look.judged() > 0, "the rule judged nothing, so its silence means nothing");
        assertEquals("", String.join("\n", look.findings()), rule.sentence());
    }
}

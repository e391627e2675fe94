package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.holdfast.guard.Faces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A face speaks only of faces, kernel types and Java's own: no store, no connection and no row leaves a module.
class FaceTest {

    private static final Faces PRODUCT = new Faces("dev.holdfast");
    private static final Faces LEAKY = new Faces("dev.breach.leaky");
    private static final Faces EMPTY = new Faces("dev.breach.nowhere");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.holdfast");
    private static final JavaClasses LEAKING = new ClassFileImporter().importPackages("dev.breach.leaky");

    @Test
    void a_face_speaks_only_of_faces() {
        PRODUCT.speakOnlyOfFaces().check(CLASSES);
    }

    @Test
    void the_kernel_uses_nothing_else() {
        PRODUCT.kernelUsesNothingElse().check(CLASSES);
    }

    @Test
    void web_holds_no_sql() {
        PRODUCT.webHoldsNoSql().check(CLASSES);
    }

    @Test
    void stores_are_hidden() {
        PRODUCT.storesAreHidden().check(CLASSES);
    }

    @Test
    void neither_code_nor_test_reaches_into_another_module() {
        PRODUCT.reachIntoNoOtherModule().check(new ClassFileImporter().importPackages("dev.holdfast"));
    }

    @Test
    void reaching_into_another_module_is_caught() {
        JavaClasses inside = new ClassFileImporter().importPackages("dev.breach.inside");
        ArchRule rule = new Faces("dev.breach.inside").reachIntoNoOtherModule();
        assertTrue(rule.evaluate(inside).getFailureReport().toString().contains("MemberRow"));
        assertThrows(AssertionError.class, () -> EMPTY.reachIntoNoOtherModule().check(inside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Members speaks of java.sql.Connection",
                "Members speaks of dev.breach.leaky.member.MemberRow",
                "Members speaks of dev.breach.leaky.member.store.MemberStore",
                "Members speaks of javax.sql.DataSource",
                "Members speaks of java.sql.SQLException",
                "Members$Found speaks of dev.breach.leaky.member.store.MemberStore"
            })
    void a_face_that_leaks_is_caught(String leak) {
        assertCaught(LEAKY.speakOnlyOfFaces(), leak);
    }

    @Test
    void a_fair_face_passes() {
        List<String> leaks =
                LEAKY.speakOnlyOfFaces().evaluate(LEAKING).getFailureReport().getDetails();
        assertEquals(
                List.of(), leaks.stream().filter(leak -> leak.contains("Fair")).toList());
    }

    @Test
    void a_kernel_that_uses_a_module_is_caught() {
        assertCaught(LEAKY.kernelUsesNothingElse(), "dev.breach.leaky.kernel.Money");
    }

    @Test
    void sql_in_web_is_caught() {
        assertCaught(LEAKY.webHoldsNoSql(), "dev.breach.leaky.web.Page");
    }

    @Test
    void a_public_store_is_caught() {
        assertCaught(LEAKY.storesAreHidden(), "MembersStore");
    }

    @Test
    void a_rule_that_finds_nothing_to_judge_fails() {
        assertThrows(AssertionError.class, () -> EMPTY.speakOnlyOfFaces().check(LEAKING));
        assertThrows(AssertionError.class, () -> EMPTY.kernelUsesNothingElse().check(LEAKING));
        assertThrows(AssertionError.class, () -> EMPTY.webHoldsNoSql().check(LEAKING));
        assertThrows(AssertionError.class, () -> EMPTY.storesAreHidden().check(LEAKING));
        assertFalse(LEAKING.isEmpty());
    }

    private static void assertCaught(ArchRule rule, String breach) {
        String report = rule.evaluate(LEAKING).getFailureReport().toString();
        assertTrue(report.contains(breach), () -> "caught only: " + report);
    }
}

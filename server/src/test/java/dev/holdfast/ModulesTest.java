package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Arrows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModules;

/// The modules use each other along these arrows and no others; the modules themselves are discovered.
class ModulesTest {

    /// An arrow to a module is an arrow to all that it points to. What is below never reaches up or sideways.
    private static final Arrows ARROWS = Arrows.read("""
            run       -> web
            web       -> insight community partner service
            insight   -> community partner service
            community -> launch
            partner   -> launch
            service   -> delivery device
            device    -> delivery
            delivery  -> supply
            supply    -> launch
            launch    -> member
            member    -> kernel
            kernel    ->
            """);

    @Test
    void the_product_keeps_to_the_arrows() {
        List<String> breaches = ARROWS.breaches(ApplicationModules.of(Holdfast.class));
        assertEquals("", String.join("\n", breaches));
    }

    @ParameterizedTest
    @CsvSource({
        "undeclared, depends on module 'member'",
        "cycle,      Cycle detected",
        "inside,     depends on non-exposed type",
        "upward,     module 'member' uses 'launch' against the arrows",
        "planned,    module 'member' declares 'launch' against the arrows",
        "silent,     module 'member' does not declare allowedDependencies",
        "stranger,   no arrow mentions module 'warehouse'",
        "open,       module 'member' is open",
        "empty,      no module was found"
    })
    void a_planted_breach_is_caught(String application, String breach) {
        String caught = String.join("\n", ARROWS.breaches(planted(application)));
        assertTrue(caught.contains(breach), () -> "caught only: " + caught);
    }

    @Test
    void an_application_without_a_breach_passes() {
        assertEquals(List.of(), ARROWS.breaches(planted("clean")));
    }

    private static ApplicationModules planted(String application) {
        return ApplicationModules.of("dev.breach." + application, location -> true);
    }
}

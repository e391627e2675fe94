package dev.holdfast.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
    private final MemberWorld world = new MemberWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void pagesGoBackFromTheLatestActToTheFirst() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> world.members.audit("operator-1", "close", "launch car-" + number, ""));
        var first = world.members.trail(null, 3);
        var second = world.members.trail(first.next(), 3);
        assertThat(first.entries())
                .extracting(AuditPage.Entry::subject)
                .containsExactly("launch car-5", "launch car-4", "launch car-3");
        assertThat(second.entries())
                .extracting(AuditPage.Entry::subject)
                .containsExactly("launch car-2", "launch car-1");
        assertThat(second.next()).isNull();
    }

    @Test
    void aPageIsBoundedWhateverIsAsked() {
        IntStream.rangeClosed(1, AuditTrail.MAX_PAGE + 1)
                .forEach(number -> world.members.audit("operator-1", "close", "launch " + number, ""));
        assertThat(world.members.trail(null, Integer.MAX_VALUE).entries()).hasSize(AuditTrail.MAX_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update member.audit set actor = 'somebody else'",
                "delete from member.audit",
                "truncate member.audit"
            })
    void theTrailCannotBeRewritten(String statement) {
        world.members.audit("operator-1", "close", "launch car", "");
        assertThatThrownBy(() -> world.jdbc.sql(statement).update()).hasMessageContaining("only grows");
    }
}

package dev.holdfast.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final MemberWorld world = new MemberWorld();
    private final Members members = world.members;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCookieFindsItsMemberAndRoles() {
        var cookie = members.open("fan-000123", Set.of("fan"));
        assertThat(members.session(cookie)).hasValueSatisfying(session -> {
            assertThat(session.member()).isEqualTo("fan-000123");
            assertThat(session.roles()).containsExactly("fan");
            assertThat(session.operator()).isFalse();
        });
    }

    @Test
    void anUnknownOrMissingCookieFindsNobody() {
        assertThat(members.session(null)).isEmpty();
        assertThat(members.session("short")).isEmpty();
        assertThat(members.session("A".repeat(43))).isEmpty();
    }

    @Test
    void aFanStaysForNinetyDaysAndAnOperatorForTwelveHours() {
        var fan = members.open("fan-000123", Set.of("fan"));
        var operator = members.open("operator-1", Set.of("operator"));
        world.clock.forward(Duration.ofHours(12));
        assertThat(members.session(operator)).isEmpty();
        assertThat(members.session(fan)).isPresent();
        world.clock.forward(Duration.ofDays(90));
        assertThat(members.session(fan)).isEmpty();
    }

    @Test
    void anEndedSessionIsGoneAtOnceAndTheOthersStay() {
        var phone = members.open("fan-000123", Set.of("fan"));
        var desk = members.open("fan-000123", Set.of("fan"));
        assertThat(members.session(phone)).isPresent();
        members.end(phone);
        assertThat(members.session(phone)).isEmpty();
        assertThat(members.session(desk)).isPresent();
        members.endAll("fan-000123");
        assertThat(members.session(desk)).isEmpty();
    }

    @Test
    void theCookieItselfIsNeverStored() {
        var cookie = members.open("fan-000123", Set.of("fan"));
        var row = world.jdbc
                .sql("select session::text from member.session")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(cookie);
    }
}

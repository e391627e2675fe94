package dev.holdfast.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInLinksTest {
    private static final int LINKS = 20;
    private static final int PRESSES = 8;

    private final MemberWorld world = new MemberWorld();
    private final Members members = world.members;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLinkSignsInOnce() {
        var link = members.signInLink("operator-1", Set.of("operator"));
        var cookie = members.redeem(link);
        assertThat(cookie)
                .flatMap(members::session)
                .hasValueSatisfying(session -> assertThat(session.operator()).isTrue());
        assertThat(members.redeem(link)).isEmpty();
    }

    @Test
    void aLinkIsOverAfterFifteenMinutes() {
        var link = members.signInLink("operator-1", Set.of("operator"));
        world.clock.forward(Duration.ofMinutes(15));
        assertThat(members.redeem(link)).isEmpty();
    }

    @Test
    void manyWhoPressAtOnceGetOneSession() throws InterruptedException, ExecutionException {
        assertThat(winners(this::redeemUnguarded))
                .as("without the guard the race must show, or this test proves nothing")
                .isGreaterThan(LINKS);
        assertThat(winners(link -> members.redeem(link).isPresent())).isEqualTo(LINKS);
    }

    private int winners(Predicate<String> redeem) throws InterruptedException, ExecutionException {
        int winners = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < LINKS; number++) {
                var link = members.signInLink("fan-000123", Set.of("fan"));
                var presses = new ArrayList<Callable<Boolean>>();
                for (int press = 0; press < PRESSES; press++) {
                    presses.add(() -> redeem.test(link));
                }
                for (var press : threads.invokeAll(presses)) {
                    winners += press.get() ? 1 : 0;
                }
            }
        }
        return winners;
    }

    /// What [SignInLinks] would be with a look before the leap.
    private boolean redeemUnguarded(String link) {
        var unused = world.jdbc
                .sql("select count(*) = 1 from member.sign_in where hash = ? and used_at is null")
                .param(Secrets.hash(link))
                .query(Boolean.class)
                .single();
        if (unused) {
            world.jdbc
                    .sql("update member.sign_in set used_at = now() where hash = ?")
                    .param(Secrets.hash(link))
                    .update();
        }
        return unused;
    }
}

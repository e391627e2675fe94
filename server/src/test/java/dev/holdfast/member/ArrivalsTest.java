package dev.holdfast.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    @Test
    void everyMemberSeenIsKnownOnceItIsWritten() {
        var world = new MemberWorld();
        IntStream.range(0, 20_000).forEach(number -> world.members.seen("fan-" + number % 10_000));
        world.close();
        assertThat(count(world)).isEqualTo(10_000);
    }

    @Test
    void aMemberDroppedByAFailedWriteIsMadeKnownByTheNextToken() throws InterruptedException {
        try (var world = new MemberWorld()) {
            world.jdbc.sql("alter table member.member rename to away").update();
            world.members.seen("fan-000123");
            Thread.sleep(500);
            world.jdbc.sql("alter table member.away rename to member").update();
            world.members.seen("fan-000123");
            for (int tries = 0; tries < 100 && count(world) == 0; tries++) {
                Thread.sleep(50);
            }
            assertThat(count(world)).isEqualTo(1);
        }
    }

    private static long count(MemberWorld world) {
        return world.jdbc
                .sql("select count(*) from member.member")
                .query(Long.class)
                .single();
    }
}

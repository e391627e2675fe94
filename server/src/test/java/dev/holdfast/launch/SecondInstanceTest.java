package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A server that for a while had nothing to do with a line which another one wrote to.
class SecondInstanceTest {
    /// More than twice what an instance follows before it reads everything anew: whoever looks follows twice.
    private static final int TOO_MANY = 2_100;

    @Test
    void anInstanceThatMissedMoreThanItCanFollowStandsWhereTheLineStands() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var busy = world.server();
            var idle = world.server();
            int launch = world.open(busy, "car", Showroom.SMALL, 4);
            idle.launch().look("car");
            commitNothing(world, launch, TOO_MANY);
            for (int i = 1; i <= 3; i++) {
                Fans.done(busy.launch().place(Fans.wish("car", "fan-" + i, "key", "offer-1")));
            }

            assertThat(idle.launch().look("car").offers().getFirst().remaining())
                    .isEqualTo(1);
            Order last = Fans.done(idle.launch().place(Fans.wish("car", "fan-last", "key", "offer-1")));
            assertThat(last.rank()).isEqualTo(4);
            assertThat(idle.launch().place(Fans.wish("car", "fan-late", "key", "offer-1")))
                    .isEqualTo(new Outcome.Refused(new Refusal.SoldOut("offer-1")));
        }
    }

    /// Batches without an event, such as a sweep that only moves its cursor leaves.
    private static void commitNothing(LaunchWorld world, int launch, int batches) {
        world.jdbc.sql("""
                        insert into launch.journal (launch, sequence, at, events)
                        select l.launch, l.sequence + n, l.last_at, '[]'
                        from launch.line l, generate_series(1, :batches) as n where l.launch = :launch
                        """).param("launch", launch).param("batches", batches).update();
        world.jdbc
                .sql("update launch.line set sequence = sequence + :batches where launch = :launch")
                .param("launch", launch)
                .param("batches", batches)
                .update();
    }
}

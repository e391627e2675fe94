package dev.holdfast.member;

import dev.holdfast.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The module on a real database, with a clock that stands where a test puts it.
final class MemberWorld implements AutoCloseable {
    final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
    final HandClock clock = new HandClock();
    final Members members = MemberBeans.members(jdbc, clock, new SecureRandom());

    @Override
    public void close() {
        members.close();
    }

    static final class HandClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Instants alone are asked of this clock");
        }
    }
}

package dev.holdfast.member;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import java.security.SecureRandom;
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
}

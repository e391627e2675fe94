package dev.holdfast.member;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Members for the tests of other packages.
public final class MembersOnPaper {
    private MembersOnPaper() {}

    public static Members members(JdbcClient jdbc, Clock clock) {
        return MemberBeans.members(jdbc, clock, new SecureRandom());
    }
}

package dev.holdfast.launch.lobby;

import org.springframework.jdbc.core.JdbcTemplate;

/// The seal that a server of this database has.
public final class SealOnPaper {
    private SealOnPaper() {}

    public static Seal of(JdbcTemplate jdbc) {
        return LobbyBeans.sealOf(new LobbyStore(jdbc));
    }
}

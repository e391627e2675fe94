package dev.holdfast.community.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The versions of weights, of which none is ever changed.
final class WeightStore {
    private static final String COLUMNS = """
            select w.version, w.new_account, w.new_account_hours, w.device, w.device_voters, w.network,
              w.network_voters, w.burst, w.burst_votes, w.at
            from community.vote_weights w
            """;

    private static final String LATEST = COLUMNS + "order by w.version desc limit :limit";
    private static final String ONE = COLUMNS + "where w.version = ?";

    private static final String ADD = """
            insert into community.vote_weights (version, new_account, new_account_hours, device, device_voters, network,
              network_voters, burst, burst_votes, at)
            values (:version, :newAccount, :newAccountHours, :device, :deviceVoters, :network, :networkVoters, :burst,
              :burstVotes, :at)""";

    private final JdbcClient jdbc;

    WeightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest first.
    List<VoteWeights> latest(int limit) {
        return jdbc.sql(LATEST)
                .param("limit", limit)
                .query((row, number) -> weights(row))
                .list();
    }

    Optional<VoteWeights> find(int version) {
        return jdbc.sql(ONE).param(version).query((row, number) -> weights(row)).optional();
    }

    void add(VoteWeights weights) {
        jdbc.sql(ADD)
                .param("version", weights.version())
                .param("newAccount", weights.newAccount())
                .param("newAccountHours", weights.newAccountHours())
                .param("device", weights.device())
                .param("deviceVoters", weights.deviceVoters())
                .param("network", weights.network())
                .param("networkVoters", weights.networkVoters())
                .param("burst", weights.burst())
                .param("burstVotes", weights.burstVotes())
                .param("at", Timestamp.from(weights.at()))
                .update();
    }

    private static VoteWeights weights(ResultSet row) throws SQLException {
        return new VoteWeights(
                row.getInt("version"),
                row.getInt("new_account"),
                row.getInt("new_account_hours"),
                row.getInt("device"),
                row.getInt("device_voters"),
                row.getInt("network"),
                row.getInt("network_voters"),
                row.getInt("burst"),
                row.getInt("burst_votes"),
                row.getTimestamp("at").toInstant());
    }
}

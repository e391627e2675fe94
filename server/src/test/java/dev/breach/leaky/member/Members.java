package dev.breach.leaky.member;

import dev.breach.leaky.member.store.MemberStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

public abstract class Members {

    protected final DataSource source;

    protected Members(DataSource source) {
        this.source = source;
    }

    /// The leak stands inside a generic type, where Spring Modulith does not look.
    public abstract Optional<List<MemberRow>> all();

    public abstract void join(Connection connection) throws SQLException;

    public abstract MemberStore[] stores();

    public record Found(MemberStore store) {}
}

package dev.holdfast.member.passkey;

import static dev.holdfast.kernel.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of passkeys.
final class PasskeyStore {
    private static final String COLUMNS =
            "select id, member, handle, name, credential, counter, transports, created_at, used_at from member.passkey";

    private static final String OF_MEMBER = COLUMNS + " where member = ? order by created_at limit 100";
    private static final String LOCK = COLUMNS + " where id = ? for update";

    private static final String INSERT = """
            insert into member.passkey (id, member, handle, name, credential, counter, transports, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String USED = "update member.passkey set counter = ?, used_at = ? where id = ?";
    private static final String REMOVE = "delete from member.passkey where member = ? and id = ?";

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param credential id and public key as the device gave them
    /// @param counter of its signatures; devices that keep several copies always say 0
    @SuppressWarnings("ArrayRecordComponent") // Bytes of a device, read and written and never compared.
    record Row(
            byte[] id,
            String member,
            byte[] handle,
            String name,
            byte[] credential,
            long counter,
            String transports,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    List<Row> of(String member) {
        return jdbc.sql(OF_MEMBER)
                .param(member)
                .query((row, number) -> row(row))
                .list();
    }

    /// Until the running transaction ends.
    Optional<Row> lock(byte[] id) {
        return jdbc.sql(LOCK).param(id).query((row, number) -> row(row)).optional();
    }

    /// @return false when the device is known already
    boolean insert(Row row) {
        return jdbc.sql(INSERT)
                        .param(row.id())
                        .param(row.member())
                        .param(row.handle())
                        .param(row.name())
                        .param(row.credential())
                        .param(row.counter())
                        .param(row.transports())
                        .param(utc(row.createdAt()))
                        .update()
                == 1;
    }

    void used(byte[] id, long counter, Instant now) {
        jdbc.sql(USED).param(counter).param(utc(now)).param(id).update();
    }

    void remove(String member, byte[] id) {
        jdbc.sql(REMOVE).param(member).param(id).update();
    }

    private static Row row(ResultSet row) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Row(
                row.getBytes("id"),
                row.getString("member"),
                row.getBytes("handle"),
                row.getString("name"),
                row.getBytes("credential"),
                row.getLong("counter"),
                row.getString("transports"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}

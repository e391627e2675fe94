package dev.holdfast.member;

import static dev.holdfast.kernel.SqlTime.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of sessions.
final class SessionStore {
    private static final String INSERT = """
            insert into member.session (hash, member, roles, created_at, expires_at)
            values (?, ?, ?, ?, ?)""";
    /// Each new session takes a few long dead ones away, so that the table needs no sweeper and cannot grow for ever.
    private static final String FORGET = """
            delete from member.session where hash in (
              select hash from member.session where expires_at < ?::timestamptz - interval '30 days' limit 100)""";
    private static final String FIND = """
            select member, roles, created_at, expires_at from member.session
            where hash = ? and ended_at is null""";
    private static final String END = "update member.session set ended_at = ? where hash = ? and ended_at is null";
    private static final String END_ALL =
            "update member.session set ended_at = ? where member = ? and ended_at is null";
    private static final String END_OTHERS =
            "update member.session set ended_at = ? where member = ? and hash <> ? and ended_at is null";
    private static final String OF_MEMBER = """
            select member, roles, created_at, expires_at from member.session
            where member = ? and ended_at is null and expires_at > ? order by created_at desc limit ?""";

    /// More than a person has browsers.
    private static final int MAX_SHOWN = 100;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Session session) {
        jdbc.sql(INSERT)
                .param(hash)
                .param(session.member())
                .param(session.roles().toArray(String[]::new))
                .param(utc(session.created()))
                .param(utc(session.expires()))
                .update();
        jdbc.sql(FORGET).param(utc(session.created())).update();
    }

    Optional<Session> find(byte[] hash) {
        return jdbc.sql(FIND).param(hash).query((row, number) -> session(row)).optional();
    }

    void end(byte[] hash, Instant at) {
        jdbc.sql(END).param(utc(at)).param(hash).update();
    }

    void endAll(String member, Instant at) {
        jdbc.sql(END_ALL).param(utc(at)).param(member).update();
    }

    int endOthers(String member, byte[] hash, Instant at) {
        return jdbc.sql(END_OTHERS).param(utc(at)).param(member).param(hash).update();
    }

    List<Session> of(String member, Instant now) {
        return jdbc.sql(OF_MEMBER)
                .param(member)
                .param(utc(now))
                .param(MAX_SHOWN)
                .query((row, number) -> session(row))
                .list();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString(1),
                roles(row.getArray(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    static Set<String> roles(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}

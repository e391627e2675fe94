package dev.holdfast.launch.news;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import java.net.URI;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of webhooks, and the news they were not told yet.
final class WebhookStore {
    private static final String ALL = """
            select w.name, w.url, w.kinds, w.created_at, w.attempts, w.delivered_at, w.last_fault,
              (select count(*) from (
                 select from launch.news n where n.number > w.position and n.kind = any(w.kinds)
                 limit :counted) as waiting) as waiting
            from launch.webhook w where :name::text is null or w.name = :name order by w.name""";

    /// Begins where the list of news ends now: what was said before somebody listened is not said again.
    private static final String INSERT = """
            insert into launch.webhook (name, url, secret, kinds, created_at, position, next_attempt_at)
            select :name, :url, :secret, :kinds::text[], :now, coalesce(max(number), 0), :now from launch.news
            on conflict (name) do nothing""";

    /// Tried again at once: a new address is most likely the cure.
    private static final String CHANGE = """
            update launch.webhook set url = :url, kinds = :kinds::text[], secret = coalesce(:secret, secret),
              until = null, attempts = 0, next_attempt_at = :now, last_fault = null
            where name = :name""";

    private static final String REMOVE = "delete from launch.webhook where name = ?";

    private static final String COUNT = "select count(*) from launch.webhook";

    private static final String LEASE = """
            with due as materialized (
              select name from launch.webhook where next_attempt_at <= :now
              order by next_attempt_at limit :max for update skip locked)
            update launch.webhook w set next_attempt_at = :until from due where w.name = due.name
            returning w.name, w.url, w.secret, w.kinds, w.position, w.until, w.attempts""";

    /// What one message holds: items of one kind that follow each other, up to `until` where the message was begun.
    private static final String ITEMS = """
            select number, kind, facts, at from launch.news
            where number > :position and kind = any(:kinds::text[]) and (:until::bigint is null or number <= :until)
            order by number limit :max""";

    private static final String BEGIN = "update launch.webhook set until = :until where name = :name";

    private static final String DELIVERED = """
            update launch.webhook
            set position = :until, until = null, attempts = 0, delivered_at = :now, next_attempt_at = :lease,
              last_fault = null
            where name = :name and until = :until""";

    private static final String IDLE = """
            update launch.webhook set next_attempt_at = :again where name = :name""";

    private static final String FAILED = """
            update launch.webhook set attempts = attempts + 1, next_attempt_at = :again, last_fault = :fault
            where name = :name""";

    /// How often one of them goes untold: once for each webhook that wanted it.
    private static final String FORGET = """
            with gone as (
              delete from launch.news where number in (
                select number from (select number, at from launch.news order by number limit :max) as oldest
                where at < :before)
              returning number, kind)
            select count(*) as untold
            from gone g join launch.webhook w on g.number > w.position and g.kind = any(w.kinds)""";

    private static final int MAX_FAULT = 300;

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A webhook that this instance alone may call until its lease is over.
    record Leased(
            String name,
            URI url,
            String secret,
            Set<Kind> kinds,
            long position,
            @Nullable Long until,
            int attempts) {
        /// The same once a message was taken.
        Leased after(long taken) {
            return new Leased(name, url, secret, kinds, taken, null, 0);
        }
    }

    record Item(long number, Kind kind, String facts, Instant at) {}

    List<Webhook> all(@Nullable String name, int counted) {
        return jdbc.sql(ALL)
                .param("name", name)
                .param("counted", counted)
                .query((row, number) -> new Webhook(
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        kinds(row.getArray("kinds")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getLong("waiting"),
                        row.getInt("attempts"),
                        instant(row.getObject("delivered_at", OffsetDateTime.class)),
                        row.getString("last_fault")))
                .list();
    }

    boolean insert(String name, URI url, String secret, Set<Kind> kinds, Instant now) {
        return jdbc.sql(INSERT)
                        .param("name", name)
                        .param("url", url.toString())
                        .param("secret", secret)
                        .param("kinds", words(kinds))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// @return false: there is none
    boolean change(String name, URI url, @Nullable String secret, Set<Kind> kinds, Instant now) {
        return jdbc.sql(CHANGE)
                        .param("name", name)
                        .param("url", url.toString())
                        .param("secret", secret)
                        .param("kinds", words(kinds))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean remove(String name) {
        return jdbc.sql(REMOVE).param(name).update() == 1;
    }

    long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    List<Leased> lease(int max, Instant now, Duration lease) {
        return jdbc.sql(LEASE)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("max", max)
                .query((row, number) -> new Leased(
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        row.getString("secret"),
                        kinds(row.getArray("kinds")),
                        row.getLong("position"),
                        row.getObject("until", Long.class),
                        row.getInt("attempts")))
                .list();
    }

    List<Item> items(Leased webhook, int max) {
        return jdbc.sql(ITEMS)
                .param("position", webhook.position())
                .param("kinds", words(webhook.kinds()))
                .param("until", webhook.until())
                .param("max", max)
                .query((row, number) -> new Item(
                        row.getLong(1),
                        Kind.of(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    void begin(String name, long until) {
        jdbc.sql(BEGIN).param("name", name).param("until", until).update();
    }

    void delivered(String name, long until, Instant now, Instant lease) {
        jdbc.sql(DELIVERED)
                .param("name", name)
                .param("until", until)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .update();
    }

    void idle(String name, Instant again) {
        jdbc.sql(IDLE).param("name", name).param("again", utc(again)).update();
    }

    void failed(String name, String fault, Instant again) {
        jdbc.sql(FAILED)
                .param("name", name)
                .param("fault", fault.length() <= MAX_FAULT ? fault : fault.substring(0, MAX_FAULT))
                .param("again", utc(again))
                .update();
    }

    /// @return how many items were wanted by a webhook and never taken
    int forget(Instant before, int max) {
        return jdbc.sql(FORGET)
                .param("before", utc(before))
                .param("max", max)
                .query((row, number) -> row.getInt("untold"))
                .single();
    }

    private static String[] words(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::word).sorted().toArray(String[]::new);
    }

    private static Set<Kind> kinds(Array words) throws SQLException {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream((String[]) words.getArray())
                .map(Kind::of)
                .flatMap(Optional::stream)
                .forEach(kinds::add);
        return kinds;
    }
}

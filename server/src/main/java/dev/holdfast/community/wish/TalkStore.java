package dev.holdfast.community.wish;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said about wishes, and who follows them.
final class TalkStore {
    private static final String SAID =
            "select count(*) from community.wish_comment where wish = :wish and member = :member";

    /// The wish's row gives the number, so that two who speak at once have two.
    private static final String NEXT =
            "update community.wish set comments = comments + 1 where id = ? and state <> 'WITHDRAWN' returning comments";

    private static final String SAY = """
            insert into community.wish_comment (wish, number, member, text, at)
            values (:wish, :number, :member, :text, :at)""";

    private static final String PAGE = """
            select number, member, text, at, removed_at is not null as removed from community.wish_comment
            where wish = :wish and number > :after order by number limit :limit""";

    private static final String REMOVE = """
            update community.wish_comment set text = '', removed_at = :at
            where wish = :wish and number = :number and removed_at is null
              and (:member::text is null or member = :member)""";

    private static final String FOLLOW = """
            insert into community.wish_follow as f (wish, member, at) values (:wish, :member, :at)
            on conflict (wish, member) do update set at = excluded.at, ended_at = null where f.ended_at is not null""";

    /// Kept also where nothing was followed: a vote given later must not begin it again.
    private static final String UNFOLLOW = """
            insert into community.wish_follow as f (wish, member, at, ended_at) values (:wish, :member, :at, :at)
            on conflict (wish, member) do update set ended_at = excluded.ended_at where f.ended_at is null""";

    /// Each part stops by itself after a page: a wish may have as many supporters as there are members.
    private static final String FOLLOWERS = """
            (select f.member from community.wish_follow f
             where f.wish = :wish and f.ended_at is null and f.member > :after
             order by f.member limit :limit)
            union
            (select s.member from community.wish_support s
             where s.wish = :wish and s.member > :after and not exists (
               select from community.wish_follow f
               where f.wish = s.wish and f.member = s.member and f.ended_at is not null)
             order by s.member limit :limit)
            union
            select w.member from community.wish w
            where w.id = :wish and w.member > :after and not exists (
              select from community.wish_follow f
              where f.wish = w.id and f.member = w.member and f.ended_at is not null)
            order by member limit :limit""";

    private static final String FOLLOWS = """
            select coalesce(
              (select f.ended_at is null from community.wish_follow f where f.wish = :wish and f.member = :member),
              exists (select from community.wish_support s where s.wish = :wish and s.member = :member)
                or exists (select from community.wish w where w.id = :wish and w.member = :member))""";

    private final JdbcClient jdbc;

    TalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int said(WishId wish, String member) {
        return jdbc.sql(SAID)
                .param("wish", wish.value())
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    /// @return the comment's number; empty when the wish takes none any more
    Optional<Integer> say(WishId wish, String member, String text, Instant at) {
        Optional<Integer> number =
                jdbc.sql(NEXT).param(wish.value()).query(Integer.class).optional();
        number.ifPresent(next -> jdbc.sql(SAY)
                .param("wish", wish.value())
                .param("number", next)
                .param("member", member)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .update());
        return number;
    }

    List<Comment> page(WishId wish, int after, int limit) {
        return jdbc.sql(PAGE)
                .param("wish", wish.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Comment(
                        row.getInt("number"),
                        row.getString("member"),
                        row.getString("text"),
                        WishStore.at(row, "at"),
                        row.getBoolean("removed")))
                .list();
    }

    /// @param author whose it has to be; null: anybody's
    /// @return false: there is no such comment that could be removed
    boolean remove(WishId wish, int number, @Nullable String author, Instant at) {
        return jdbc.sql(REMOVE)
                        .param("wish", wish.value())
                        .param("number", number)
                        .param("member", author)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void follow(WishId wish, String member, Instant at) {
        jdbc.sql(FOLLOW)
                .param("wish", wish.value())
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
    }

    void unfollow(WishId wish, String member, Instant at) {
        jdbc.sql(UNFOLLOW)
                .param("wish", wish.value())
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean follows(WishId wish, String member) {
        return jdbc.sql(FOLLOWS)
                .param("wish", wish.value())
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    List<String> followers(WishId wish, String after, int limit) {
        return jdbc.sql(FOLLOWERS)
                .param("wish", wish.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }
}

package dev.holdfast.community.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two indexes that know nothing of each other follow one real table.
class FollowerTest {
    private static final String PROPOSED = """
            insert into community.wish
              (id, revision, class, language, title, text, member, digest, at, due_at, state)
            values (:id, nextval('community.wish_revision'), 'product', 'en', :title, 'Because.', 'fan', uuid_send(:id),
              now(), now(), 'OPEN')""";

    private static final String WITHDRAWN = """
            update community.wish set revision = nextval('community.wish_revision'), state = 'WITHDRAWN', title = '',
              text = ''
            where id = ?""";

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final WishIndex one = new WishIndex();
    private final WishIndex two = new WishIndex();
    private final Follower first = new Follower(new ChangeStore(database), one);
    private final Follower second = new Follower(new ChangeStore(database), two);

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private UUID proposed(String title) {
        UUID id = UUID.randomUUID();
        database.sql(PROPOSED).param("id", id).param("title", title).update();
        return id;
    }

    private static void followAll(Follower follower) {
        boolean more = true;
        while (more) {
            more = follower.follow();
        }
    }

    @Test
    void everyIndexFindsWhatWasProposedWhereverAndNothingOfWhatIsWithdrawn() {
        for (int i = 0; i < 2 * ChangeStore.PAGE; i++) {
            proposed("Wish number " + i);
        }
        UUID lamp = proposed("A brighter lamp");
        followAll(first);
        assertThat(one.nearest("lamp", 5)).containsExactly(lamp);
        assertThat(two.nearest("lamp", 5)).isEmpty();
        followAll(second);
        assertThat(two.nearest("lamp", 5)).containsExactly(lamp);
        database.sql(WITHDRAWN).param(lamp).update();
        followAll(first);
        followAll(second);
        assertThat(one.nearest("lamp", 5)).isEmpty();
        assertThat(two.nearest("lamp", 5)).isEmpty();
    }

    @Test
    void whatChangesIsFoundOnce() {
        UUID lamp = proposed("A brighter lamp");
        followAll(first);
        database.sql("update community.wish set revision = nextval('community.wish_revision') where id = ?")
                .param(lamp)
                .update();
        followAll(first);
        assertThat(one.nearest("lamp", 5)).containsExactly(lamp);
    }
}

package dev.holdfast.community.story;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of what owners tell. All of their words go, their name from the words of others, and every right is
/// taken back; that a right was granted stays under a pseudonym, and so does where a story is still used, so that it
/// ends.
final class KeptStories implements Keeper {
    private static final String STORIES = """
            select s.number, s.launch, s.title, s.text, s.state, s.appeal, s.at from community.story s
            where s.member = :member order by s.number limit :max""";

    private static final String GRANTS = """
            select g.story, g.terms, g.at, g.until, g.withdrawn_at as "withdrawnAt"
            from community.story_grant g join community.story s on s.number = g.story
            where s.member = :member order by g.story, g.number limit :max""";

    private static final String WITHDRAW = """
            update community.story_grant g set withdrawn_at = :at from community.story s
            where s.number = g.story and s.member = :member and g.withdrawn_at is null""";

    /// Roles give reasons by whom they are about, and name places after them.
    private static final String OUT_OF_STEPS = """
            update community.story_step t
            set reason_en = regexp_replace(t.reason_en, :name, :pseudonym, 'g'),
              reason_zh = regexp_replace(t.reason_zh, :name, :pseudonym, 'g')
            where t.story in (select s.number from community.story s where s.member = :member)
              and (t.reason_en ~ :name or t.reason_zh ~ :name)""";

    private static final String OUT_OF_USES = """
            update community.story_use u set place = regexp_replace(u.place, :name, :pseudonym, 'g')
            where u.story in (select s.number from community.story s where s.member = :member) and u.place ~ :name""";

    private static final String FORGET = """
            update community.story set member = :pseudonym, title = '', text = '', appeal_open = false,
              appeal = case when appeal is null then null else '' end
            where member = :member""";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    KeptStories(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("stories", STORIES), new KeptTable("storyRights", GRANTS));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(WITHDRAW)
                .param("member", member)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (String statement : List.of(OUT_OF_STEPS, OUT_OF_USES, FORGET)) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}

package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A fan who did everything with the community leaves: every table, every answer, every page and the search
/// are asked for their name, their address and their words, and every published sum is added up again.
@ExtendWith(RunningServer.Shared.class)
class CommunityErasureTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final RunningServer server;
    private final JdbcClient database;

    CommunityErasureTest(RunningServer server) {
        this.server = server;
        this.database = server.database();
    }

    @Test
    void whoever_leaves_is_gone_from_everywhere_and_every_sum_stays() {
        CommunityLife life = new CommunityLife(server);
        await(() -> isFound(life));
        assertThat(tables(life))
                .as("what was planted")
                .contains(
                        "community.wish.member",
                        "community.wish_comment.text",
                        "community.answer.reason_en",
                        "community.answer.reason_zh",
                        "community.wish_news.facts",
                        "community.wish_news.told_member",
                        "community.points_lot.activity",
                        "community.points_entry.subject",
                        "community.points_clawback.reason",
                        "community.points_reservation.key",
                        "community.referral_step.said",
                        "community.question.text",
                        "community.topic.title_en",
                        "community.round_answer.text_zh",
                        "community.launch_rule.text_en",
                        "community.spec_change.evidence",
                        "community.vote_appeal.reason",
                        "community.verdict.words",
                        "community.duty_done.said",
                        "community.council_seat.member",
                        "community.suggestion.title",
                        "community.suggestion.text",
                        "community.suggestion_step.words_en",
                        "community.merge.reason",
                        "community.merge_answer.member",
                        "community.story.title",
                        "community.story.appeal",
                        "community.story_step.reason_zh",
                        "community.story_use.place",
                        "member.audit.detail",
                        "member.mail.member",
                        "member.address.address");
        assertThat(answers(life)).as("what was told").isNotEmpty();
        Map<String, JsonNode> sums = sums(life);
        server.personal().erase(life.fan);
        assertThat(tables(life)).isEmpty();
        assertThat(sums(life)).isEqualTo(sums);
        await(() -> !isFound(life));
        assertThat(answers(life)).isEmpty();
    }

    /// Clocks of the server come by themselves, too.
    private static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean isFound(CommunityLife life) {
        server.forgive();
        return server.get("/api/v1/wishes/similar?text=Lantern%20" + life.words)
                .by("searcher")
                .send()
                .is(200)
                .text()
                .contains(life.alone);
    }

    /// Every column of every table that holds one of the marks.
    private Set<String> tables(CommunityLife life) {
        Set<String> places = new TreeSet<>();
        for (String column : columns()) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String text = "\"" + column.substring(table.length() + 1) + "\"::text";
            boolean holds = database.sql("select exists (select from " + table + " where " + text + " like any (?))")
                    .param(life.marks().stream().map(mark -> "%" + mark + "%").toArray(String[]::new))
                    .query(Boolean.class)
                    .single();
            if (holds) {
                places.add(column);
            }
        }
        return places;
    }

    private List<String> columns() {
        String all = """
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not like 'pg\\_%'
                  and c.table_schema not in ('information_schema', 'public')""";
        return database.sql(all).query((row, index) -> row.getString(1)).list();
    }

    /// Everything that is answered and shown, to anybody and to those who run it, and holds one of the marks.
    private Set<String> answers(CommunityLife life) {
        Set<String> places = new TreeSet<>();
        String cookie = "holdfast_session=" + server.session("desk", "operator");
        for (String path : paths(life)) {
            // Who asks too often is shown nothing, and nothing would be found there.
            server.forgive();
            List<Reply> replies = path.startsWith("/api/")
                    ? List.of(
                            server.get(path).send(),
                            server.get(path).byOperator().send(),
                            server.get(path).by(life.neighbour).send())
                    : List.of(
                            server.get(path).send(),
                            server.get(path).header("Cookie", cookie).send());
            assertThat(replies).as(path).noneMatch(reply -> reply.status() == 429);
            if (replies.stream().anyMatch(reply -> life.marks().stream().anyMatch(reply.text()::contains))) {
                places.add(path);
            }
        }
        return places;
    }

    /// Of the interface's document and of the list of pages, so that a new one is among them.
    private Set<String> paths(CommunityLife life) {
        Set<String> paths = new TreeSet<>();
        for (OpenApi.Operation operation : server.document().operations()) {
            if (operation.method().equals("GET")) {
                paths.addAll(life.filled(operation.path()));
            }
        }
        assertThat(paths).hasSizeGreaterThan(40);
        server.pages().forEach(page -> paths.addAll(life.filled(page)));
        assertThat(paths).hasSizeGreaterThan(100);
        paths.add("/operator/launches/" + life.opening.slug + "/orders.csv");
        return paths;
    }

    /// What everybody can add up.
    private Map<String, JsonNode> sums(CommunityLife life) {
        Map<String, JsonNode> sums = new LinkedHashMap<>();
        for (String wish : List.of(life.shared, life.neighbours, life.together.source)) {
            String path = "/api/v1/wishes/" + wish;
            sums.put(wish + " supporters", get(path, "/supporters"));
            sums.put(wish + " comments", get(path, "/comments"));
            sums.put(wish + " outcome", ((ObjectNode) get(path + "/outcome", "")).without("changes"));
            assertThat(database.sql("select sum(change) from community.wish_vote where wish = ?::uuid")
                            .param(wish)
                            .query(Integer.class)
                            .single())
                    .as("the journal of " + wish)
                    .isEqualTo(get(path, "/supporters").intValue());
        }
        sums.put("moved", get("/api/v1/wishes/" + life.together.source + "/merges", "/merges/0/moved"));
        sums.put("topics", get("/api/v1/launches/" + life.opening.slug + "/questions", "/topics/0/questions"));
        sums.put("line", get("/api/v1/launches/" + life.opening.slug + "/line", ""));
        sums.put("applicants", get("/api/v1/events/" + life.event, "/applicants"));
        sums.put("list", get("/api/v1/events/" + life.event, "/draw"));
        sums.put("issued", desk("/api/v1/operator/points/report", "/accounts/issued"));
        sums.put(
                "brought",
                own(life.neighbour, "/api/v1/me/referrals", "/brought").get(0).at("/state"));
        assertThat(desk("/api/v1/operator/points/report", "/accounts")
                        .valueStream()
                        .mapToLong(JsonNode::longValue)
                        .sum())
                .as("all accounts of points")
                .isZero();
        return sums;
    }

    private JsonNode get(String path, String pointer) {
        return server.get(path).send().is(200).node(pointer);
    }

    private JsonNode desk(String path, String pointer) {
        return server.get(path).byOperator().send().is(200).node(pointer);
    }

    private JsonNode own(String member, String path, String pointer) {
        return server.get(path).by(member).send().is(200).node(pointer);
    }
}

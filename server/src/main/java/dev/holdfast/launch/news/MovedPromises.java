package dev.holdfast.launch.news;

import dev.holdfast.launch.Explanation;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.intake.ExplanationStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a moved promise beside the one it took the place of, which is never overwritten.
final class MovedPromises implements RowMapper<Told> {
    /// The last promise that counted before: a row of ours or of a published run, else the first, a column of the
    /// order.
    static final String COLUMNS = """
            p.order_id, p.number, p.promised_from, p.reason, p.binding, p.plan_run, p.at,
            o.member, o.offer, o.first_from, x.english, x.chinese,
            case when b.found then b.promised_from else o.first_from end as was,
            exists (select from launch.consent c
              where c.order_id = p.order_id and c.state in ('ASKED', 'WITHDRAWN')
                and (c.plan_run = p.plan_run or (c.plan_run is null and p.plan_run is null and c.at = p.at))
            ) as told_by_question""";

    /// Where nobody listens, what a question tells is told by nothing else, and most windows of a late run are such.
    private static final String TOLD_HERE = """
            and (exists (select from launch.webhook) or not exists (
                 select from launch.consent c
                 where c.order_id = r.order_id and c.plan_run = r.plan_run and c.state in ('ASKED', 'WITHDRAWN')
                 offset 0))""";

    static final String BEFORE = """
            left join lateral (
              select true as found, e.promised_from
              from launch.promise e left join launch.publication r on r.launch = e.launch and r.run = e.plan_run
              where e.order_id = p.order_id and e.number < p.number and (e.plan_run is null or r.run is not null)
              order by e.number desc limit 1) b on true
            """ + ExplanationStore.JOIN;

    static final String PUBLISHED = PublishedRows.sql(COLUMNS, "launch.promise", "p", TOLD_HERE, BEFORE);

    private final Catalogue catalogue;

    MovedPromises(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream published(JdbcClient jdbc, Catalogue catalogue) {
        return new PublishedRows("plan", PUBLISHED, new MovedPromises(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        String member = row.getString("member");
        Map<String, String> explained = Explanation.words(row.getString("english"), row.getString("chinese"));
        Facts facts = new Facts(catalogue.of(order.launch()).slug(), order, member, row.getString("offer"))
                .window("was", row.getObject("was", LocalDate.class))
                .window("now", row.getObject("promised_from", LocalDate.class))
                .window("first", row.getObject("first_from", LocalDate.class))
                .with("reason", row.getString("reason"))
                .with("binding", row.getString("binding"))
                .with("explanation", explained.isEmpty() ? null : explained)
                .with("planRun", row.getObject("plan_run", Integer.class));
        return new Told(
                Kind.PROMISE_MOVED,
                order,
                row.getLong("number"),
                member,
                facts.json(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                // A question about the same move says all that the letter would, and what to do about it.
                !row.getBoolean("told_by_question"));
    }
}

package dev.holdfast.launch.campaign;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.CampaignStanding.Heap;
import dev.holdfast.launch.CampaignStanding.Trouble;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.PledgeMoney;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What those who look at campaigns and pledges read.
public final class CampaignReads {
    private static final String COURSE = CourseStore.READ.replace("?", ":launch");

    private static final String ATTEMPTS = "select count(*) from launch.authorisation where order_id = :order";

    private static final String ANSWERS = "select answers from launch.survey_answer where order_id = :order";

    private static final String ANSWER = """
            insert into launch.survey_answer (order_id, answers, at) values (:order, :answers, :at)
            on conflict (order_id) do update set answers = excluded.answers, at = excluded.at
            """;

    private static final String TOTALS = """
            select count(*) as pledges, coalesce(sum(o.deposit), 0) as taken, coalesce(sum(p.fee), 0) as fee,
              coalesce(sum(p.share), 0) as share
            from launch.pledge p join launch.orders o on o.id = p.order_id
            where p.launch = :launch and p.settled and p.money = 'TAKEN'
            """;

    private static final String ROWS = """
            select p.order_id, p.position, o.offer, o.deposit as taken, p.fee, p.share
            from launch.pledge p join launch.orders o on o.id = p.order_id
            where p.launch = :launch and p.settled and p.money = 'TAKEN' and p.position > :after
            order by p.position limit :max
            """;

    private static final String HEAPS = """
            select p.money, count(*) as pledges, coalesce(sum(o.deposit), 0) as sum
            from launch.pledge p join launch.orders o on o.id = p.order_id
            where p.launch = :launch group by p.money
            """;

    private static final String TROUBLES = """
            select order_id, amount, currency, provider, act, attempts, next_attempt_at, last_fault
            from launch.authorisation
            where launch = :launch and act is not null and last_fault is not null
            order by next_attempt_at limit :max
            """;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public CampaignReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Course course(int launch) {
        return jdbc.sql(COURSE)
                .param("launch", launch)
                .query((row, number) -> CourseStore.course(launch, row))
                .single();
    }

    public Optional<Pledge> pledge(OrderId order) {
        return jdbc.sql(PledgeStore.ONE)
                .param("order", order.value())
                .query((row, number) -> PledgeStore.pledge(row))
                .optional();
    }

    public int attempts(OrderId order) {
        return jdbc.sql(ATTEMPTS)
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    public Map<String, String> answers(OrderId order) {
        return jdbc
                .sql(ANSWERS)
                .param("order", order.value())
                .query((row, number) -> JSON.readValue(row.getString(1), TEXTS))
                .list()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    /// Joins the running transaction.
    public void answer(OrderId order, Map<String, String> answers, Instant at) {
        jdbc.sql(ANSWER)
                .param("order", order.value())
                .param("answers", JSON.writeValueAsString(answers))
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Of pledges whose money was taken.
    public record Sums(long pledges, long taken, long fee, long share) {}

    public Sums sums(int launch) {
        return jdbc.sql(TOTALS)
                .param("launch", launch)
                .query((row, number) -> new Sums(
                        row.getLong("pledges"), row.getLong("taken"), row.getLong("fee"), row.getLong("share")))
                .single();
    }

    public record Earned(OrderId order, long position, String offer, long taken, long fee, long share) {}

    public List<Earned> earned(int launch, long after, int max) {
        return jdbc.sql(ROWS)
                .param("launch", launch)
                .param("after", after)
                .param("max", max)
                .query((row, number) -> new Earned(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getLong("position"),
                        row.getString("offer"),
                        row.getLong("taken"),
                        row.getLong("fee"),
                        row.getLong("share")))
                .list();
    }

    public List<Heap> heaps(int launch, String currency) {
        return jdbc.sql(HEAPS)
                .param("launch", launch)
                .query((row, number) -> new Heap(
                        PledgeMoney.valueOf(row.getString("money")),
                        row.getLong("pledges"),
                        new Money(row.getLong("sum"), currency)))
                .list();
    }

    public List<Trouble> troubles(int launch, int max) {
        return jdbc.sql(TROUBLES)
                .param("launch", launch)
                .param("max", max)
                .query((row, number) -> new Trouble(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("provider"),
                        row.getString("act"),
                        row.getInt("attempts"),
                        row.getTimestamp("next_attempt_at").toInstant(),
                        row.getString("last_fault")))
                .list();
    }
}

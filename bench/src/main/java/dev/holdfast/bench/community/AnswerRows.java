package dev.holdfast.bench.community;

import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Official answers to the wishes of [WishRows], with dates of which some are over, specs that keep most of the others,
/// and owners who have spoken.
final class AnswerRows {
    static final String PRODUCT = "bench-bike";

    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final int VERSIONS = 20;
    private static final int OWNERS = 20_000;
    private static final String OPERATOR = "operator";

    private static final List<String> BEFORE = List.of("""
            insert into community.answer_role (id, name_en, name_zh, at)
            values ('product', 'product manager', '产品经理', now())""", """
            insert into community.product (id, name_en, name_zh, ask_after_days, at)
            values ('bench-bike', 'Bike', '车', 30, now())""", """
            insert into community.spec_version (product, version, operator, at)
            select 'bench-bike', v, 'operator', now() from generate_series(1, 20) as v""");

    private static final String ANSWERS = """
            copy community.answer (wish, number, role, role_en, role_zh, decision, reason_en, reason_zh, promised_by,
              operator, at) from stdin""";
    private static final String SENTENCES = """
            copy community.answer_sentence (digest, wish, number, language, letters) from stdin""";
    private static final String CHANGES = """
            copy community.spec_change (product, version, attribute_en, attribute_zh, from_en, from_zh, to_en, to_zh,
              evidence, wish, at) from stdin""";
    private static final String OWNED = """
            copy community.owner (order_id, member, product, version, delivered_at, ask_at, asked_at) from stdin""";
    private static final String VERDICTS = "copy community.verdict (wish, order_id, verdict, words, at) from stdin";

    private final Random random;
    private final Instant now = Instant.now();
    private final CopyRows answers = new CopyRows(ANSWERS);
    private final CopyRows sentences = new CopyRows(SENTENCES);
    private final CopyRows changes = new CopyRows(CHANGES);
    private final CopyRows owners = new CopyRows(OWNED);
    private final CopyRows verdicts = new CopyRows(VERDICTS);

    AnswerRows(long seed) {
        this.random = new Random(seed);
    }

    void load(Connection connection, int wishes) throws SQLException {
        for (int number = 1; number <= wishes; number++) {
            if (WishRows.answered(number)) {
                answer(number);
            }
        }
        for (int owner = 0; owner < OWNERS; owner++) {
            own(owner, wishes);
        }
        try (var statement = connection.createStatement()) {
            for (String sql : BEFORE) {
                statement.execute(sql);
            }
            for (CopyRows rows : List.of(answers, sentences, changes, owners, verdicts)) {
                rows.into(connection);
            }
            statement.execute("analyze community.answer, community.answer_sentence, community.spec_change,"
                    + " community.owner, community.verdict");
        }
    }

    private void answer(int number) {
        UUID wish = WishRows.id(number);
        String decision = WishRows.decision(number);
        boolean accepted = decision.startsWith("ACCEPTED");
        Instant at = now.minus(Duration.ofDays(random.nextInt(700)));
        LocalDate by = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(random.nextInt(900));
        String reason = "We looked at it, and this is our answer no. " + number + ".";
        answers.add(wish)
                .add(1)
                .add("product")
                .add("product manager")
                .add("产品经理")
                .add(decision);
        answers.add(reason)
                .add("这是我们的答复。" + number)
                .add(accepted ? by : null)
                .add(OPERATOR)
                .add(at);
        answers.endRow();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            // Every tenth sentence is one that was used before.
            int sentence = LANGUAGES.size() * (random.nextInt(10) == 0 ? random.nextInt(20) : 100 + number) + language;
            sentences.add("\\x" + String.format(Locale.ROOT, "%064x", sentence));
            sentences.add(wish).add(1).add(LANGUAGES.get(language)).add(40);
            sentences.endRow();
        }
        if (accepted && random.nextInt(2) == 0) {
            changes.add(PRODUCT).add(1 + random.nextInt(VERSIONS));
            changes.add("colour")
                    .add("颜色")
                    .add("red")
                    .add("红")
                    .add("blue")
                    .add("蓝")
                    .add("report " + number);
            changes.add(wish).add(at.plus(Duration.ofDays(60)));
            changes.endRow();
        }
    }

    /// Every owner of three speaks of ten wishes.
    private void own(int owner, int wishes) {
        UUID order = new UUID(0x7000_0000_0000_4000L, 0x8100_0000_0000_0000L | owner);
        Instant at = now.minus(Duration.ofDays(random.nextInt(300)));
        owners.add(order).add("fan-" + owner).add(PRODUCT).add(VERSIONS).add(at).add(at.plus(Duration.ofDays(30)));
        owners.add(at.plus(Duration.ofDays(30)));
        owners.endRow();
        for (int word = 0; word < (owner % 3 == 0 ? 10 : 0); word++) {
            verdicts.add(WishRows.id(1 + random.nextInt(wishes))).add(order);
            verdicts.add(random.nextInt(4) == 0 ? "NOT_THERE" : "THERE_AND_GOOD")
                    .add("")
                    .add(at);
            verdicts.endRow();
        }
    }
}

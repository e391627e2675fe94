package dev.holdfast.bench.intake;

import java.util.List;

/// The four classic ways to sell a scarce unit with PostgreSQL alone, as they stand in textbooks and answers.
enum Way {
    /// The count goes down by one conditional statement; everybody queues for its row until the commit.
    HOT_ROW("PostgreSQL, one hot row"),
    /// Read under a lock, decide, write.
    FOR_UPDATE("PostgreSQL, `FOR UPDATE`"),
    /// A row for each unit; nobody waits for a unit that somebody else is taking.
    SKIP_LOCKED("PostgreSQL, a row per unit with `SKIP LOCKED`"),
    /// A lock on the article's name instead of on a row.
    ADVISORY_LOCK("PostgreSQL, advisory lock");

    private static final String ORDER = "insert into customer_order (article, customer) values (?, ?)";
    private static final String TAKE = "update stock set units = units - 1 where article = ? and units > 0";
    private static final String TAKE_ROW = """
            delete from unit
            where number = (
              select number from unit where article = ? order by number limit 1 for update skip locked
            )
            """;

    private final String title;

    Way(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// In one transaction. Each takes the article, and the second parameter, where there is one, is the member. One
    /// that finds no row means that nothing is left.
    List<String> statements() {
        return switch (this) {
            case HOT_ROW -> List.of(ORDER, TAKE);
            case FOR_UPDATE ->
                List.of("select units from stock where article = ? and units > 0 for update", ORDER, TAKE);
            case SKIP_LOCKED -> List.of(TAKE_ROW, ORDER);
            case ADVISORY_LOCK ->
                List.of("select from (select pg_advisory_xact_lock(hashtext(?))) as locked", TAKE, ORDER);
        };
    }
}

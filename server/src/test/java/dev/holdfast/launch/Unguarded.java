package dev.holdfast.launch;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes the guards of the line away, in one test's database: what races do without them shows what they are worth.
public final class Unguarded {
    /// A view of the row's values cannot be locked: `for update` reads through it and waits for nobody.
    private static final String UNLOCKED = """
            alter table launch.line rename to line_row;
            create function launch.line_now() returns setof launch.line_row language plpgsql as
              $$ begin return query select * from launch.line_row; end $$;
            create view launch.line as select * from launch.line_now();
            create function launch.advance() returns trigger language plpgsql as $$ begin
              if tg_op = 'INSERT' then
                insert into launch.line_row (launch) values (new.launch);
                return new;
              end if;
              update launch.line_row set sequence = new.sequence, positions = new.positions, entries = new.entries,
                payments = new.payments, last_at = new.last_at, last_pay_before = new.last_pay_before,
                swept_position = new.swept_position, swept_payment = new.swept_payment
              where launch = new.launch;
              return new; end $$;
            create trigger advance instead of insert or update on launch.line
              for each row execute function launch.advance();
            """;

    /// What would still refuse a second batch of the same number, and a second order in the same place.
    private static final String UNCHECKED = """
            alter table launch.journal drop constraint journal_pkey;
            alter table launch.orders drop constraint orders_launch_position_key;
            alter table launch.payment_event drop constraint payment_event_pkey;
            """;

    private Unguarded() {}

    public static void takeLockAway(JdbcClient jdbc) {
        run(jdbc, UNLOCKED);
    }

    public static void takeChecksAway(JdbcClient jdbc) {
        run(jdbc, UNCHECKED);
    }

    private static void run(JdbcClient jdbc, String statements) {
        jdbc.sql(statements).update();
    }
}

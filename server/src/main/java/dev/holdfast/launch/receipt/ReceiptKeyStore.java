package dev.holdfast.launch.receipt;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps the keys with the orders they vouch for: a receipt must hold for as long as its order is remembered, whichever
/// instance or folder is gone by then.
final class ReceiptKeyStore {
    /// Two instances that start on one new database end with one key.
    private static final String KEEP = """
            insert into launch.receipt_key (number, public_key, private_key) values (1, :public, :private)
            on conflict (number) do nothing""";

    private static final String ALL =
            "select public_key, private_key from launch.receipt_key order by number desc limit 100";

    private final JdbcClient jdbc;

    ReceiptKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The one that signs first, then those that signed before it.
    List<ReceiptKey> keys() {
        List<ReceiptKey> found = read();
        if (found.isEmpty()) {
            ReceiptKey made = ReceiptKey.made();
            jdbc.sql(KEEP)
                    .param("public", made.publicHalf())
                    .param("private", made.privateHalf())
                    .update();
            return read();
        }
        return found;
    }

    private List<ReceiptKey> read() {
        return jdbc.sql(ALL)
                .query((row, number) -> ReceiptKey.read(row.getBytes(1), row.getBytes(2)))
                .list();
    }
}

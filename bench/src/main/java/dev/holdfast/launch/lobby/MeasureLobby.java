package dev.holdfast.launch.lobby;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.server.Throwaway;
import dev.holdfast.launch.draw.Draw;
import dev.holdfast.launch.draw.FrozenList;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.TicketHashes;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Prints what a lobby takes for each person in it, in memory and on disk, and how long its draw takes.
///
/// In memory: the roll, the list in order and the places, as the used heap after a collection tells. On disk: all
/// relations of the pages with their index and free room, as PostgreSQL tells, written in batches of 2,000.
public final class MeasureLobby {
    private static final long SEED = 1;
    private static final int BATCH = 2_000;

    private MeasureLobby() {}

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        say("%,d people, %d cores, JDK %s", people, Runtime.getRuntime().availableProcessors(), Runtime.version());
        memory(people);
        disk(people);
    }

    private static void memory(int people) {
        long before = used();
        long began = System.nanoTime();
        Roll roll = new Roll();
        var random = new SplittableRandom(SEED);
        for (int person = 0; person < people; person++) {
            roll.add(random.nextLong(), random.nextLong());
        }
        say("entered in %.1f s", since(began));
        TicketHashes list = roll.first(people);
        began = System.nanoTime();
        FrozenList frozen = FrozenList.of(list);
        String root = frozen.root();
        say("frozen in %.1f s, root %s", since(began), root);
        began = System.nanoTime();
        int[] places = new Draw(list, Hashes.key(new byte[32], "figure")).places();
        say("drawn in %.1f s", since(began));
        long after = used();
        say("memory: %.1f bytes a person", (double) (after - before) / people);
        // They have to be there while the heap is read.
        Objects.requireNonNull(places);
        Objects.requireNonNull(frozen);
        Objects.requireNonNull(roll);
    }

    private static void disk(int people) throws Exception {
        try (var throwaway = Throwaway.start(1)) {
            var connection = throwaway.database().connect();
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            int launch = 1;
            jdbc.update("insert into launch.launch (number, slug, definition) values (?, 'lobby', '{}')", launch);
            write(new LobbyStore(jdbc), jdbc, launch, people);
            Long bytes = jdbc.queryForObject("select pg_total_relation_size('launch.lobby_page')", Long.class);
            say("disk: %.1f bytes a person", (double) Objects.requireNonNull(bytes) / people);
            long began = System.nanoTime();
            Roll again = new Roll();
            new LobbyStore(jdbc).follow(launch, again);
            say("read again after a restart in %.1f s: %,d", since(began), again.size());
        }
    }

    private static void write(LobbyStore store, JdbcTemplate jdbc, int launch, int people) {
        var transactions =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        var random = new SplittableRandom(SEED);
        store.make(launch, "00".repeat(32));
        Roll roll = new Roll();
        long began = System.nanoTime();
        for (int person = 0; person < people; person += BATCH) {
            TicketHashes batch = new TicketHashes();
            for (int one = 0; one < Math.min(BATCH, people - person); one++) {
                batch.add(random.nextLong(), random.nextLong());
            }
            transactions.executeWithoutResult(status -> store.append(store.lock(launch), roll, batch));
            for (int one = 0; one < batch.size(); one++) {
                roll.add(batch.high(one), batch.low(one));
            }
        }
        say("written in %.1f s: %,.0f people a second, durably", since(began), people / since(began));
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

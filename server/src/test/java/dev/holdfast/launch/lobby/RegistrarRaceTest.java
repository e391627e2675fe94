package dev.holdfast.launch.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.WaitingRoom;
import dev.holdfast.launch.draw.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two instances let the same people in at the same time.
class RegistrarRaceTest {
    private static final int PEOPLE = 3_000;
    private static final int MOST_ROUNDS = 20;
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final WaitingRoom ROOM = new WaitingRoom(
            NOW.minusSeconds(60),
            NOW.plusSeconds(60),
            "a figure",
            NOW.plusSeconds(120),
            100,
            Duration.ofMinutes(10),
            WaitingRoom.LIST_FOR);

    private final LaunchWorld world = new LaunchWorld();
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final List<Registrar> open = new ArrayList<>();
    private int launch;

    private void begin() {
        pool.setJdbcUrl(world.database().url());
        pool.setUsername(world.database().user());
        pool.setPassword(world.database().password());
        launch = world.open(world.server(), "car", Showroom.SMALL, 1);
        new LobbyStore(jdbc).make(launch, "00".repeat(32));
    }

    private Registrar registrar(String locking) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        var made = new Registrar(launch, new LobbyStore(jdbc, locking), transactions, () -> NOW, () -> ROOM);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(Registrar::close);
        pool.close();
        world.close();
    }

    private static byte[] hash(int person) {
        return Hashes.ofTicket(("person " + person).getBytes(StandardCharsets.UTF_8));
    }

    /// Whether the two instances meet is up to the machine: the race is run until they do.
    @Test
    void without_the_lock_people_get_two_numbers_or_share_one() {
        begin();
        jdbc.execute("alter table launch.lobby_page drop constraint lobby_page_pkey");
        boolean wrong = faults(rush("")) > 0;
        for (int round = 1; round < MOST_ROUNDS && !wrong; round++) {
            jdbc.execute("delete from launch.lobby_page");
            jdbc.execute("update launch.lobby set tickets = 0, folded = 0, loose = 0");
            wrong = faults(rush("")) > 0;
        }
        assertTrue(wrong, "the race proves nothing: without the lock nothing goes wrong either");
    }

    @Test
    void everybody_has_one_number_and_no_number_is_missing() {
        begin();
        assertEquals(0, faults(rush(" for update")));
        Integer rows = jdbc.queryForObject("select count(*) from launch.lobby_page", Integer.class);
        assertTrue(rows != null && rows < PEOPLE, "pages hold more than one");
        // Whoever comes to an instance that was just started is known there.
        Registrar fresh = registrar(" for update");
        for (int person = 0; person < PEOPLE; person++) {
            int number = fresh.find(hash(person));
            assertTrue(number > 0 && number == open.getFirst().find(hash(person)), "person " + person);
        }
    }

    @Test
    void pages_are_folded_and_nobody_is_lost() {
        begin();
        Registrar one = registrar(" for update");
        Registrar other = registrar(" for update");
        int people = 2 * LobbyStore.MAX_LOOSE + 50;
        for (int person = 0; person < people; person++) {
            assertEquals(person + 1, (person % 2 == 0 ? one : other).enter(hash(person)));
        }
        Integer rows = jdbc.queryForObject("select count(*) from launch.lobby_page", Integer.class);
        assertTrue(rows != null && rows < LobbyStore.MAX_LOOSE, rows + " pages");
        Registrar fresh = registrar(" for update");
        for (int person = 0; person < people; person++) {
            assertEquals(person + 1, fresh.find(hash(person)));
        }
    }

    /// Everybody presses on both instances.
    ///
    /// @return the numbers that each person was told
    private Map<Integer, Set<Integer>> rush(String locking) {
        Registrar one = registrar(locking);
        Registrar other = registrar(locking);
        Map<Integer, Set<Integer>> told = new ConcurrentHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int press = 0; press < 2 * PEOPLE; press++) {
                // In opposite orders: in the same one, both would give everybody the same number by chance.
                int person = press % 2 == 0 ? press / 2 : PEOPLE - 1 - press / 2;
                Registrar at = press % 2 == 0 ? one : other;
                var ignored = threads.submit(() -> told.computeIfAbsent(person, who -> ConcurrentHashMap.newKeySet())
                        .add(at.enter(hash(person))));
            }
        }
        return told;
    }

    private static int faults(Map<Integer, Set<Integer>> told) {
        int faults = 0;
        Map<Integer, Integer> owners = new HashMap<>();
        Set<Integer> numbers = new HashSet<>();
        for (var person : told.entrySet()) {
            faults += person.getValue().size() - 1;
            for (int number : person.getValue()) {
                faults += owners.put(number, person.getKey()) == null ? 0 : 1;
                numbers.add(number);
            }
        }
        for (int number = 1; number <= PEOPLE; number++) {
            faults += numbers.contains(number) ? 0 : 1;
        }
        return faults;
    }
}

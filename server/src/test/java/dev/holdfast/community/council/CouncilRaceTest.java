package dev.holdfast.community.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.community.event.EventsOnPaper;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Many are seated at the same time, and there are fewer seats.
class CouncilRaceTest {
    private static final int SEATS = 2;
    private static final int AT_ONCE = 12;
    private static final Map<String, String> TEXTS = Map.of("en", "Words", "zh", "文字");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final HandClock clock = new HandClock(HandClock.NOON);
    private final Members members = MembersOnPaper.members(jdbc, clock);
    private final Mails mails = MailsOnPaper.mails(jdbc, transactions, clock, List.of());

    @AfterEach
    void close() {
        mails.close();
        members.close();
    }

    @Test
    void without_the_lock_more_are_seated_than_there_are_seats() {
        boolean wrong = false;
        for (int attempt = 0; attempt < 20 && !wrong; attempt++) {
            wrong = seated("", "unguarded-" + attempt) > SEATS;
        }
        assertTrue(wrong, "the race proves nothing: without the lock nothing goes wrong either");
    }

    @Test
    void as_many_are_seated_as_there_are_seats() {
        assertEquals(SEATS, seated(" for update", "guarded-1"));
        assertEquals(SEATS, seated(" for update", "guarded-2"));
    }

    private int seated(String locking, String slug) {
        var events = EventsOnPaper.events(jdbc, members, mails, transactions, clock);
        var councils = new Councils(new CouncilStore(jdbc, locking), events, transactions, members, clock);
        LocalDate day = LocalDate.parse("2027-01-10");
        councils.define(
                slug,
                new CouncilDefinition(TEXTS, TEXTS, new Seating.Chosen(TEXTS, SEATS), day, day.plusDays(9)),
                "operator");
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                String member = "fan-" + i;
                var ignored = threads.submit(() -> {
                    start.await();
                    try {
                        councils.give(slug, member, TEXTS, "operator");
                    } catch (Problem full) {
                        assertEquals("seats_taken", full.code());
                    }
                    return member;
                });
            }
            start.countDown();
        }
        return councils.seats(slug).size();
    }
}

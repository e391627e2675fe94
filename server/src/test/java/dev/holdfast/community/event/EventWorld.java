package dev.holdfast.community.event;

import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.community.event.Belongings.Holding;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import dev.holdfast.member.mail.Site;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The tour of the works in spring, with two places, on a real database and with a clock that stands where a test puts
/// it.
final class EventWorld implements AutoCloseable {
    static final String TOUR = "spring-tour";
    static final URI SITE = URI.create("https://launch.example.com");
    static final String OPERATOR = "ops";
    static final Instant NOON = HandClock.NOON;
    static final Instant CLOSES = NOON.plus(Duration.ofDays(5));
    static final Instant FIGURE_AT = CLOSES.plus(Duration.ofHours(1));
    static final Instant STARTS = NOON.plus(Duration.ofDays(20));
    static final Instant RELEASE = STARTS.plus(Duration.ofMinutes(15));
    static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-26");

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    final HandClock clock = new HandClock(NOON);
    final Members members = MembersOnPaper.members(jdbc, clock);
    final EventStore store = new EventStore(jdbc);
    final Mails mails = MailsOnPaper.mails(
            jdbc,
            transactions,
            clock,
            EventBeans.eventLetters(store, new Site(() -> SITE)).all());
    final Map<String, List<Holding>> holdings = new HashMap<>();
    final ApplicantStore applicants = new ApplicantStore(jdbc);
    final Events events = events(store);

    Events events(EventStore with) {
        return EventBeans.events(
                jdbc, with, member -> holdings.getOrDefault(member, List.of()), members, mails, transactions, clock);
    }

    static EventDefinition tour(int places, @Nullable Instant releaseAt) {
        return new EventDefinition(
                Map.of("en", "Tour of the works", "zh", "春季工厂参观"),
                Map.of(),
                places,
                List.of(new City("north", Map.of("en", "North")), new City("south", Map.of("en", "South"))),
                List.of(new Share(1, null, "north", null, false, 0)),
                NOON,
                CLOSES,
                "drand quicknet round 4711, at api.drand.sh",
                FIGURE_AT,
                Duration.ofDays(4),
                STARTS,
                releaseAt,
                STARTS.plus(Duration.ofDays(30)),
                ZoneId.of("Asia/Shanghai"),
                List.of(new Duty("report", Map.of("en", "First report"), FIRST_DAY, 3)),
                5,
                4);
    }

    /// Open, with this many applicants of the south: `fan-1` and so on.
    EventWorld open(int places, int fans) {
        events.define(TOUR, tour(places, RELEASE), OPERATOR);
        for (int fan = 1; fan <= fans; fan++) {
            events.apply(TOUR, "fan-" + fan, "south");
        }
        return this;
    }

    EventWorld draw() {
        clock.set(CLOSES);
        events.round();
        clock.set(FIGURE_AT);
        events.figure(TOUR, "4711", OPERATOR);
        return this;
    }

    EventRow row() {
        return store.read(TOUR);
    }

    PlaceState state(String member) {
        return events.own(TOUR, member).applicant().state();
    }

    List<String> standing(PlaceState... states) {
        return applicants.standing(row().number(), List.of(states)).stream()
                .map(Applicant::member)
                .toList();
    }

    void rounds() {
        while (events.round() > 0) {
            Thread.onSpinWait();
        }
    }

    /// A member who reads mail.
    void reads(String member) {
        jdbc.sql("""
                        insert into member.address (member, address, language, confirmed, since)
                        values (?, ?, 'en', true, now())""").param(member).param(member + "@example.com").update();
    }

    /// Kinds of letters queued to a member.
    List<String> letters(String member) {
        return jdbc.sql("select kind from member.mail where member = ? order by number")
                .param(member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// The last letter queued to a member.
    Letter letter(String member) {
        return mails.page(null, Mails.MAX_PAGE).entries().stream()
                .filter(entry -> entry.member().equals(member))
                .map(entry -> Objects.requireNonNull(entry.letter()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        mails.close();
        members.close();
    }
}

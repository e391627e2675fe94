package dev.holdfast.community.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.integrity.IntegrityOnPaper;
import dev.holdfast.community.tally.Tally.Cause;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/// What is published of votes, and whether a script that knows nothing of us comes to the same.
class TallyTest {
    private static final int FANS = 60;

    @TempDir
    private Path folder = Path.of("");

    private TallyWorld world;
    private WishId wish;

    @BeforeEach
    void vote() {
        world = new TallyWorld(folder);
        wish = world.wishes.proposed("author", "a hook for bags");
        for (int fan = 0; fan < FANS; fan++) {
            world.wishes.votes.vote(wish, "fan-" + fan);
            if (fan % 5 == 4) {
                world.wishes.votes.withdraw(wish, "fan-" + (fan - 2));
            }
            if (fan % 10 == 9) {
                world.wishes.votes.vote(wish, "fan-" + (fan - 2));
            }
            world.wishes.clock.forward(Duration.ofMinutes(7));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anIndependentScriptComesToTheSameTotal() throws IOException, InterruptedException {
        Tally tally = world.publish(wish);
        assertThat(tally.total())
                .isEqualTo(54)
                .isEqualTo(world.wishes.wishes.find(wish).supporters());
        assertThat(tally.votes()).isEqualTo(66);
        assertThat(tally.position()).isEqualTo(78);
        assertThat(tally.rule()).isEqualTo(Tally.ONE_VOTE_EACH);
        String file = world.file(tally);
        assertThat(file).hasSize((int) tally.bytes()).startsWith("""
                position,voter,change,at,merge
                1,1,1,2026-11-20T12:00:00Z,
                2,2,1,2026-11-20T12:00:00Z,
                """).doesNotContain("fan");
        assertThat(world.verify(true, TallyWorld.json(tally), file))
                .contains("66 votes - 12 withdrawals = 54 up to row 78");
    }

    @Test
    void theScriptRefusesEveryPlantedChange() throws IOException, InterruptedException {
        Tally tally = world.publish(wish);
        String json = TallyWorld.json(tally);
        String file = world.file(tally);
        List<String> rows = file.lines().toList();
        refused("the first line", json, file.replace("voter", "member"));
        refused("row 3 has the number 4", json, file.replace(rows.get(3) + "\n", ""));
        refused("row 4 has the number 3", json, file.replace(rows.get(3), rows.get(3) + "\n" + rows.get(3)));
        refused("row 3: voter 2 votes a second time", json, file.replace("\n3,3,", "\n3,2,"));
        refused("row 3 is of voter 4, who has no row 4", json, file.replace("\n3,3,", "\n3,4,"));
        refused("row 6: voter 3 votes a second time", json, file.replace("\n6,3,-1,", "\n6,3,1,"));
        refused("row 2: voter 2 takes back", json, file.replace("\n2,2,1,", "\n2,2,-1,"));
        refused("row 2 is later", json, file.replace("\n2,2,1,2026", "\n2,2,1,2027"));
        refused("row 2 is not written", json, file.replace("\n2,2,1,", "\n2,fan-1,1,"));
        refused("bytes, and", json, file.substring(0, file.lastIndexOf('\n', file.length() - 2) + 1));
        refused("the checksum", json, file.replace("\n2,2,1,2026-11-20T12", "\n2,2,1,2026-11-20T11"));
        refused("row 78 is after the cut-off", json.replace("\"position\": 78", "\"position\": 77"), file);
        refused("66 votes", json.replace("\"votes\": 66", "\"votes\": 67"), file);
        refused("the total is 54", json.replace("\"total\": 54", "\"total\": 55"), file);
        refused("not one that this program knows", json.replace("one-vote-each-1", "one-vote-each-2"), file);
        world.verify(true, json, file);
    }

    private void refused(String reason, String json, String file, String... options)
            throws IOException, InterruptedException {
        assertThat(world.verify(false, json, file, options))
                .startsWith("does not fit: ")
                .contains(reason);
    }

    @Test
    void theScriptAddsTheWeightedTotalFromTheEvidenceAndRefusesAPlantedChange()
            throws IOException, InterruptedException {
        Integrity integrity = IntegrityOnPaper.integrity(world.wishes);
        for (String voter : List.of("fan-0", "fan-1", "fan-3", "fan-5")) {
            integrity.voted(wish, voter, "one-phone", voter);
        }
        IntegrityOnPaper.examine(world.wishes);
        world.wishes.votes.withdraw(wish, "fan-5");
        Tally tally = world.publish(wish);
        assertThat(tally.weighted().hundredths()).isEqualTo(5_150);
        String json = TallyWorld.json(tally);
        String file = world.file(tally);
        String evidence = world.evidence(tally);
        assertThat(evidence).startsWith("number,position,signal,count,change,at\n1,1,device,4,1,2026-11-20T");
        assertThat(world.verify(true, json, file, "--evidence", evidence))
                .contains("weighted 51.50, with 3 of them lighter");
        refused("evidence 2 has the number 3", json, file, "--evidence", evidence.replaceFirst("\n2,[^\n]*", ""));
        refused("the checksum", json, file, "--evidence", evidence.replace(",device,4,", ",device,5,"));
        refused(
                "the weighted total is 5150",
                json.replace("\"hundredths\": 5150", "\"hundredths\": 5300"),
                file,
                "--evidence",
                evidence);
        refused("the weighted total", json.replace("\"device\": 50", "\"device\": 40"), file, "--evidence", evidence);
    }

    @Test
    void theFileOfALaterCutOffBeginsWithThatOfAnEarlierOne() throws IOException, InterruptedException {
        Tally early = world.publish(wish);
        String before = world.file(early);
        world.wishes.votes.vote(wish, "late");
        Tally late = world.publish(wish);
        assertThat(world.file(late)).startsWith(before);
        assertThat(world.file(early)).isEqualTo(before);
        world.verify(true, TallyWorld.json(late), world.file(late), "--earlier", before);
        refused(
                "rows of the earlier file",
                TallyWorld.json(late),
                world.file(late),
                "--earlier",
                before.replace("\n2,2,1,2026-11-20T12", "\n2,2,1,2026-11-20T11"));
        assertThat(world.tallies.of(wish, Long.MAX_VALUE, 10)).containsExactly(late, early);
        assertThat(world.tallies.of(wish, late.number(), 10)).containsExactly(early);
    }

    @Test
    void whoeverIsErasedLeavesEveryFileAsItWasAndANamesakeIsSomebodyElse() {
        Tally tally = world.publish(wish);
        String before = world.file(tally);
        world.wishes.erase("fan-0", "erased-0");
        assertThat(world.file(tally)).isEqualTo(before);
        world.wishes.votes.vote(wish, "fan-0");
        assertThat(world.file(world.publish(wish))).contains("\n79,79,1,");
        assertThat(world.wishes.journal.of("fan-0", 0, 10)).hasSize(1);
        assertThat(world.wishes.journal.of("erased-0", 0, 10)).hasSize(1);
    }

    @Test
    void theSameCutOffIsPublishedOnceAndAudited() {
        Tally tally = world.publish(wish);
        assertThat(world.tallies.publish(wish, "operator").replayed()).isTrue();
        assertThat(world.publish(wish)).isEqualTo(tally);
        assertThat(world.wishes.members.trail(null, 10).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("tally 1 up to row 78: 54"));
    }

    @Test
    void theClockTalliesWhatIsDecidedAtOnceAndWhatWaitsOnceADay() {
        world.wishes.clock.forward(TallyClock.DAILY);
        assertThat(world.clock.tally()).isEqualTo(1);
        assertThat(world.clock.tally()).isZero();
        world.wishes.votes.vote(wish, "late");
        assertThat(world.clock.tally()).isZero();
        world.wishes.clock.forward(TallyClock.DAILY.plusSeconds(1));
        assertThat(world.clock.tally()).isEqualTo(1);
        world.wishes.votes.withdraw(wish, "late");
        world.wishes.wishes.decide(wish, Decision.ACCEPTED, "operator");
        assertThat(world.clock.tally()).isEqualTo(1);
        assertThat(world.clock.tally()).isZero();
        assertThat(world.tallies.of(wish, Long.MAX_VALUE, 10))
                .extracting(Tally::cause)
                .containsExactly(Cause.DECIDED, Cause.DAILY, Cause.DAILY);
    }

    @Test
    void theDatabaseRefusesToRewriteTheJournal() {
        for (String rewriting : List.of(
                "delete from community.wish_vote",
                "truncate community.wish_vote",
                "update community.wish_vote set change = -change",
                "update community.wish_vote set member = 'another'",
                "update community.wish_vote set member = 'erased-1', at = now()")) {
            assertThatThrownBy(() -> world.wishes.jdbc.sql(rewriting).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }
        assertThat(world.publish(wish).total()).isEqualTo(54);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> world.tallies.find(wish, 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("unknown_tally"));
    }
}

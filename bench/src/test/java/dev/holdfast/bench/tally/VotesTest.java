package dev.holdfast.bench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The generator keeps the rule that it is to be added by, and a seed is always the same journal.
class VotesTest {
    private static final int ROWS = 2_000;

    private static Votes votes(long seed) {
        return new Votes(seed, ROWS, Instant.EPOCH);
    }

    private static List<Votes.Row> all(Votes votes) {
        List<Votes.Row> rows = new ArrayList<>();
        while (votes.hasNext()) {
            rows.add(votes.next());
        }
        return rows;
    }

    @Test
    void everyVoterVotesOnceAndTakesBackWhatTheyGave() {
        Votes votes = votes(1);
        Set<Integer> supports = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        int position = 0;
        for (Votes.Row row : all(votes)) {
            assertThat(row.position()).isEqualTo(++position);
            assertThat(row.voter() == position || known.contains(row.voter())).isTrue();
            known.add(row.voter());
            assertThat(row.change() == 1 ? supports.add(row.voter()) : supports.remove(row.voter()))
                    .isTrue();
        }
        assertThat(position).isEqualTo(ROWS).isEqualTo(votes.votes() + votes.withdrawals());
        assertThat(votes.total()).isEqualTo(supports.size());
        assertThat(votes.withdrawals()).isPositive();
    }

    @Test
    void aSeedIsOneJournal() {
        assertThat(all(votes(7))).isEqualTo(all(votes(7))).isNotEqualTo(all(votes(8)));
    }
}

package dev.holdfast.launch.news;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that becomes news, in the order in which a round tells it: a window before what is asked about it, a question
/// before its answer.
final class Streams {
    private Streams() {}

    static List<Stream> all(JdbcClient jdbc, Catalogue catalogue, Clock clock) {
        return List.of(
                MovedPromises.published(jdbc, catalogue),
                new SuppliedMoves(jdbc, catalogue),
                AskedQuestions.published(jdbc, catalogue),
                GrantedCompensation.published(jdbc, catalogue),
                AskedQuestions.atOnce(jdbc, catalogue),
                GrantedCompensation.atOnce(jdbc, catalogue),
                SettledCompensation.atOnce(jdbc, catalogue),
                ReviewSteps.atOnce(jdbc, catalogue),
                new Reminders(jdbc, catalogue, clock),
                new AskedLocks(jdbc, catalogue),
                PledgeRows.all(jdbc, catalogue));
    }
}

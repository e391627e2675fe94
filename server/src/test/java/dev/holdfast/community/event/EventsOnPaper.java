package dev.holdfast.community.event;

import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Events for the tests of other packages: nobody owns anything.
public final class EventsOnPaper {
    private EventsOnPaper() {}

    public static Events events(
            JdbcClient jdbc, Members members, Mails mails, TransactionTemplate transactions, Clock clock) {
        return EventBeans.events(jdbc, new EventStore(jdbc), member -> List.of(), members, mails, transactions, clock);
    }
}

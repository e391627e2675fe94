package dev.holdfast.member.mail;

import dev.holdfast.HandClock;
import dev.holdfast.member.rate.Rates;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Mail for the tests of other modules: a queue, and no server.
public final class MailsOnPaper {
    private MailsOnPaper() {}

    public static Mails mails(
            JdbcClient jdbc, TransactionTemplate transactions, HandClock clock, List<LetterWriter> writers) {
        AddressStore addresses = new AddressStore(jdbc);
        return new Mails(
                addresses,
                new MailStore(jdbc),
                new Writing(writers),
                new Claims(addresses, clock),
                new Rates(name -> null),
                transactions,
                clock,
                Mails.Reach.NOBODY);
    }
}

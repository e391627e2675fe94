package dev.holdfast.delivery.network;

import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The network for the tests of other packages.
public final class NetworkOnPaper {
    private NetworkOnPaper() {}

    public static Network network(JdbcClient jdbc, Members members, TransactionTemplate transactions, Clock clock) {
        return NetworkBeans.network(jdbc, members, transactions, clock);
    }
}

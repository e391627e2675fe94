package dev.holdfast.web;

import dev.holdfast.member.mail.Letter;
import java.util.List;
import java.util.Objects;

/// Members who read mail, and what comes to them.
final class Letters {
    private final RunningServer server;

    Letters(RunningServer server) {
        this.server = server;
    }

    void readBy(String member, String language) {
        server.database()
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values (?, ?, ?, true, now())")
                .params(member, member + "@example.com", language)
                .update();
    }

    /// The latest first. Asked for one by one, since others on the same server read mail, too.
    List<Letter> of(String kind, String member) {
        return server
                .database()
                .sql("select number + 1 from member.mail where kind = ? and member = ? order by number desc")
                .params(kind, member)
                .query(Long.class)
                .list()
                .stream()
                .map(above -> server.mails().page(above, 1).entries().getFirst().letter())
                .map(Objects::requireNonNull)
                .toList();
    }
}

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

    /// The latest first.
    List<Letter> of(String kind, String member) {
        return server.mails().page(null, 100).entries().stream()
                .filter(entry -> entry.member().equals(member) && entry.kind().equals(kind))
                .map(entry -> Objects.requireNonNull(entry.letter()))
                .toList();
    }
}

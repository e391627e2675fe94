package dev.holdfast.service.recall;

import dev.holdfast.member.mail.MailPage;
import dev.holdfast.service.recall.RecallUnitStore.Letter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down what became of the letters of recalls, so that those whose mail came back are called
/// instead.
final class LetterFates {
    private static final int MAX = 1_000;

    private final RecallUnitStore store;
    private final RecallNews news;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    LetterFates(RecallUnitStore store, RecallNews news, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return false: what is still queued is looked at the next time
    boolean round() {
        transactions.executeWithoutResult(status -> {
            Map<Integer, List<String>> letters = store.queued(MAX).stream()
                    .collect(Collectors.groupingBy(
                            Letter::recall, Collectors.mapping(Letter::serial, Collectors.toList())));
            letters.forEach(this::follow);
        });
        return false;
    }

    private void follow(int recall, List<String> serials) {
        Map<String, MailPage.State> fates = news.fates(recall, serials);
        Map<String, Reached> known = new HashMap<>();
        for (String serial : serials) {
            // One that is not there any more was forgotten: nobody knows whether it was read.
            MailPage.State state = Objects.requireNonNullElse(fates.get(serial), MailPage.State.SENT);
            switch (state) {
                case QUEUED -> {}
                case SENT -> known.put(serial, Reached.SENT);
                case OVER -> known.put(serial, Reached.BOUNCED);
            }
        }
        if (!known.isEmpty()) {
            store.contact(recall, Way.MAIL, known, clock.instant(), "mail", "");
        }
    }
}

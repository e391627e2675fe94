package dev.holdfast.community.news;

import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks along those who want to hear of a wish, a page at a time, and queues a letter to each.
///
/// The letters of a page and how far it has come stand or fall together.
final class NewsClock implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(NewsClock.class);

    private final NewsStore store;
    private final WishTalk talk;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final Rounds rounds = new Rounds("wish-news", STOP_WITHIN, this::round);

    NewsClock(NewsStore store, WishTalk talk, Mails mails, TransactionTemplate transactions) {
        this.store = store;
        this.talk = talk;
        this.mails = mails;
        this.transactions = transactions;
    }

    private Duration round() {
        try {
            return tell() ? Duration.ZERO : EVERY;
        } catch (RuntimeException fault) {
            LOG.warn("Nobody was told what became of a wish; tried again in {}", EVERY, fault);
            return EVERY;
        }
    }

    /// One page of one piece of news.
    ///
    /// @return false: there is nothing to tell
    boolean tell() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<NewsStore.Row> next = store.nextToTell();
            next.ifPresent(this::tell);
            return next.isPresent();
        }));
    }

    private void tell(NewsStore.Row news) {
        List<String> members = talk.followers(news.wish(), news.toldMember(), WishTalk.MAX_PAGE);
        mails.queue(
                WishLetter.word(news.kind()),
                members.stream().map(member -> WishLetter.item(news, member)).toList());
        if (members.size() < WishTalk.MAX_PAGE) {
            store.done(news.number());
        } else {
            store.told(news.number(), members.getLast());
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}

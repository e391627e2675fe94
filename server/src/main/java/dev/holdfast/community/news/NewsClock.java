package dev.holdfast.community.news;

import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks along those who want to hear of a wish, a page at a time, and queues a letter to each.
///
/// The letters of a page and how far it has come stand or fall together.
final class NewsClock {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final NewsStore store;
    private final WishTalk talk;
    private final Mails mails;
    private final TransactionTemplate transactions;

    NewsClock(NewsStore store, WishTalk talk, Mails mails, TransactionTemplate transactions) {
        this.store = store;
        this.talk = talk;
        this.mails = mails;
        this.transactions = transactions;
    }

    Rounds rounds() {
        return new Rounds("wish-news", EVERY, this::tell);
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
}

package dev.holdfast.community.news;

import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.LetterWriters;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WishNewsBeans {
    @Bean
    static LetterWriters wishLetters(NewsStore store, Wishes wishes, WishTalk talk, Site site) {
        return LetterWriters.of(WishNews.Kind.values(), kind -> new WishLetter(kind, store, wishes, talk, site));
    }

    @Bean
    static NewsStore wishNewsStore(JdbcClient jdbc) {
        return new NewsStore(jdbc);
    }

    @Bean
    static WishNews wishNews(NewsStore store, Clock clock) {
        return new WishNews(store, clock);
    }

    @Bean
    static NewsClock wishNewsClock(NewsStore store, WishTalk talk, Mails mails, TransactionTemplate transactions) {
        return new NewsClock(store, talk, mails, transactions);
    }

    @Bean
    static Rounds wishNewsRounds(NewsClock wishNewsClock) {
        return wishNewsClock.rounds();
    }

    @Bean
    static KeptWishNews keptWishNews(NewsStore store, Wishes wishes) {
        return new KeptWishNews(store, wishes);
    }
}

package dev.holdfast.community.news;

import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.Mails;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@Import(WishLetters.class)
class WishNewsBeans {
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
    static KeptWishNews keptWishNews(NewsStore store) {
        return new KeptWishNews(store);
    }
}

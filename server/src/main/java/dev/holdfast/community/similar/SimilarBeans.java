package dev.holdfast.community.similar;

import dev.holdfast.community.wish.Wishes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SimilarBeans {
    @Bean(initMethod = "start")
    static SimilarWishes similarWishes(JdbcClient jdbc, Wishes wishes) {
        return new SimilarWishes(new ChangeStore(jdbc), wishes);
    }
}

package dev.holdfast.community.story;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class StoryBeans {
    @Bean
    static Stories stories(JdbcClient jdbc, Launch launch, TransactionTemplate transactions, Clock clock) {
        return new Stories(new StoryStore(jdbc), new StoryTrail(jdbc), launch, transactions, clock);
    }

    @Bean
    static StoryDesk storyDesk(
            JdbcClient jdbc,
            Stories stories,
            AnswerRoles roles,
            Mails mails,
            TransactionTemplate transactions,
            Members members,
            Clock clock) {
        return new StoryDesk(
                new StoryStore(jdbc), new StoryTrail(jdbc), stories, roles, mails, transactions, members, clock);
    }

    @Bean
    static StoryLetter storyLetter(JdbcClient jdbc, Site site) {
        return new StoryLetter(new StoryStore(jdbc), new StoryTrail(jdbc), site::address);
    }

    @Bean
    static StoryRights storyRights(JdbcClient jdbc, Mails mails, TransactionTemplate transactions, Clock clock) {
        return new StoryRights(new StoryTrail(jdbc), mails, transactions, clock);
    }

    @Bean
    static Rounds storyRounds(StoryRights rights) {
        return rights.rounds();
    }

    @Bean
    static KeptStories keptStories(JdbcClient jdbc, Clock clock) {
        return new KeptStories(jdbc, clock);
    }
}

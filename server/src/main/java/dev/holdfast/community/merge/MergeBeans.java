package dev.holdfast.community.merge;

import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.wish.VoteMoves;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MergeBeans {
    @Bean
    static Restoring restoring(JdbcClient jdbc, Wishes wishes, VoteMoves moves, Mails mails, Clock clock) {
        return new Restoring(new MergeStore(jdbc), new AnswerStore(jdbc), wishes, moves, mails, clock);
    }

    @Bean
    static Merges merges(
            JdbcClient jdbc,
            Restoring restoring,
            Wishes wishes,
            VoteMoves moves,
            Tallies tallies,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new Merges(new MergeStore(jdbc), restoring, wishes, moves, tallies, members, transactions, clock);
    }

    @Bean
    static MergeSuggestions mergeSuggestions(Wishes wishes, SimilarWishes similar) {
        return new MergeSuggestions(wishes, similar);
    }

    @Bean
    static MergeAnswers mergeAnswers(JdbcClient jdbc, VoteMoves moves, TransactionTemplate transactions, Clock clock) {
        return new MergeAnswers(new MergeStore(jdbc), new AnswerStore(jdbc), moves, transactions, clock);
    }

    @Bean
    static MergeClock mergeClock(
            JdbcClient jdbc,
            Restoring restoring,
            Wishes wishes,
            VoteMoves moves,
            Tallies tallies,
            Mails mails,
            TransactionTemplate transactions,
            Clock clock) {
        return new MergeClock(new MergeStore(jdbc), restoring, wishes, moves, tallies, mails, transactions, clock);
    }

    @Bean
    static Rounds mergeRounds(MergeClock mergeClock) {
        return mergeClock.rounds();
    }

    @Bean
    static AskedLetter askedLetter(JdbcClient jdbc, ObjectProvider<Wishes> wishes, Site site) {
        return new AskedLetter(new MergeStore(jdbc), wishes::getObject, site::address);
    }

    @Bean
    static UndoneLetter undoneLetter(JdbcClient jdbc, ObjectProvider<Wishes> wishes, Site site) {
        return new UndoneLetter(new MergeStore(jdbc), wishes::getObject, site::address);
    }

    @Bean
    static KeptMerges keptMerges(JdbcClient jdbc) {
        return new KeptMerges(jdbc);
    }
}

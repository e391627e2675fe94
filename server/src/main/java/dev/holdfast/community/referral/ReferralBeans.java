package dev.holdfast.community.referral;

import dev.holdfast.community.points.Points;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.ReferredOrders;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.Members;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReferralBeans {
    @Bean
    static Referrals referrals(
            JdbcClient jdbc, Points points, Members members, TransactionTemplate transactions, Clock clock) {
        return new Referrals(new ReferralStore(jdbc), points, members, new SecureRandom(), transactions, clock);
    }

    @Bean
    static Rings rings(JdbcClient jdbc, Launch launch, Reviews reviews) {
        return new Rings(new ReferralStore(jdbc), launch, reviews);
    }

    @Bean
    static ReferralClock referralClock(
            JdbcClient jdbc,
            Referrals referrals,
            ReferredOrders referred,
            Progress progress,
            TransactionTemplate transactions) {
        return new ReferralClock(referrals, new ReferralStore(jdbc), referred, progress, transactions);
    }

    @Bean
    static Rounds referralRounds(ReferralClock referralClock) {
        return referralClock.rounds();
    }

    @Bean
    static KeptReferrals keptReferrals(JdbcClient jdbc) {
        return new KeptReferrals(jdbc);
    }
}

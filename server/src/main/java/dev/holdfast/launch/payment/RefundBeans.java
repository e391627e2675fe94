package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.Members;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RefundBeans {

    @Bean
    static RefundWatch refundWatch(JdbcClient jdbc, PaymentProviders providers, Clock clock, MeterRegistry meters) {
        RefundWatch watch = new RefundWatch(new HeldStore(jdbc), providers, clock.instant());
        Gauge.builder("holdfast.refunds.ending", () -> watch.warnings().size())
                .description("Deposits that their provider gives back for 30 days at most")
                .register(meters);
        return watch;
    }

    @Bean
    static RefundDesk refundDesk(JdbcClient jdbc, TransactionTemplate transactions, Members members, Clock clock) {
        return new RefundDesk(jdbc, transactions, members, clock);
    }

    @Bean
    static Refunds refunds(
            JdbcClient jdbc, PaymentProviders providers, RefundWatch watch, Clock clock, MeterRegistry meters) {
        var givenUp = Counter.builder("holdfast.given.up")
                .description("What was tried in vain and is not tried any more")
                .tag("what", "refund")
                .register(meters);
        return new Refunds(new RefundStore(jdbc), providers, watch, clock, RefundSettings.DEFAULT, givenUp);
    }

    @Bean
    static Rounds refundRounds(Refunds refunds) {
        return refunds.rounds();
    }
}

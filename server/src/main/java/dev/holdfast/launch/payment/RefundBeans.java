package dev.holdfast.launch.payment;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RefundBeans {

    @Bean
    static Refunds refunds(JdbcClient jdbc, PaymentProviders providers, Clock clock) {
        return new Refunds(new RefundStore(jdbc), providers, clock, RefundSettings.DEFAULT);
    }
}

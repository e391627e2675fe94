package dev.holdfast.launch.receipt;

import dev.holdfast.launch.Launch;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ReceiptBeans {
    @Bean
    static Receipts receipts(Launch launch, JdbcClient jdbc, Clock clock) {
        return new Receipts(launch, new ReceiptKeyStore(jdbc), clock);
    }
}

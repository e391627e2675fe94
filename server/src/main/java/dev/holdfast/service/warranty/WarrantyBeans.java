package dev.holdfast.service.warranty;

import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WarrantyBeans {
    @Bean
    static Warranties warranties(
            JdbcClient jdbc, Launch launch, Members members, TransactionTemplate transactions, Clock clock) {
        return new Warranties(new WarrantyStore(jdbc), launch, members, transactions, clock);
    }
}

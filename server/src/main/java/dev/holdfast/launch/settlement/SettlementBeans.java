package dev.holdfast.launch.settlement;

import dev.holdfast.member.Members;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SettlementBeans {

    @Bean
    static Settlements settlements(JdbcTemplate jdbc, TransactionTemplate transactions, Members members, Clock clock) {
        return new Settlements(new SettlementStore(jdbc), transactions, members, clock);
    }
}

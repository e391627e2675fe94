package dev.holdfast.member.address;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AddressBeans {
    @Bean
    static Addresses addresses(JdbcClient jdbc, Clock clock) {
        return new Addresses(jdbc, clock);
    }
}

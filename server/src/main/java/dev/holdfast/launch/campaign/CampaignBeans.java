package dev.holdfast.launch.campaign;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.payment.PaymentProviders;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CampaignBeans {
    @Bean
    static KeptPledges keptPledges(JdbcClient jdbc) {
        return new KeptPledges(jdbc);
    }

    @Bean(initMethod = "start")
    static PledgeCourier pledgeCourier(JdbcClient jdbc, PaymentProviders providers, Launch launch, Clock clock) {
        return new PledgeCourier(new AuthorisationStore(jdbc), providers, launch::receive, clock);
    }
}

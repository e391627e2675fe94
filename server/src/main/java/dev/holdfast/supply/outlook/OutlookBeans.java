package dev.holdfast.supply.outlook;

import dev.holdfast.launch.Launch;
import dev.holdfast.supply.master.Plants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutlookBeans {
    @Bean
    Seat plannersSeat() {
        return new Seat(Seat.PATIENCE);
    }

    @Bean
    Outlooks outlooks(Launch launch, Plants plants, Seat seat) {
        return new Outlooks(launch, plants, seat);
    }
}

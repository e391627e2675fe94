package dev.holdfast.launch.pulse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PulseBeans {
    @Bean
    static Pulses pulses(JdbcClient jdbc, Clock clock) {
        return new Pulses(jdbc, clock);
    }

    @Bean(initMethod = "start")
    static Recorder recorder(JdbcClient jdbc, InstanceCounts counts) {
        return new Recorder(
                jdbc, counts, host() + " #" + ProcessHandle.current().pid());
    }

    /// The machine as its people call it; the number of the process tells two on one machine apart.
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}

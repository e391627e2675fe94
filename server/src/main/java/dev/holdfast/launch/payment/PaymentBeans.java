package dev.holdfast.launch.payment;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class PaymentBeans {

    private static final String EVENTS = "/api/v1/payments/sandbox/events";

    /// There when the sandbox is on; the page of a sandbox checkout asks for it.
    @Bean
    @ConditionalOnProperty(PaymentSettings.SANDBOX_SECRET)
    static SandboxSimulator sandboxSimulator(Environment environment, Clock clock) {
        return new SandboxSimulator(
                secret(environment),
                URI.create("/sandbox/checkout/"),
                SingletonSupplier.of(() -> ownAddress(environment)),
                clock,
                Mischief.named(environment.getProperty("holdfast.sandbox-mischief", "as-in-life")),
                environment.getProperty("holdfast.sandbox-seed", Long.class, new SecureRandom().nextLong()));
    }

    @Bean
    static PaymentProviders paymentProviders(Environment environment, ObjectProvider<SandboxSimulator> simulator) {
        PaymentSettings settings = new PaymentSettings(environment::getProperty);
        List<PaymentProvider> all = new ArrayList<>();
        simulator.ifAvailable(teller -> all.add(new SandboxProvider(secret(environment), teller)));
        settings.stripe().map(StripeProvider::new).ifPresent(all::add);
        settings.weChat().map(WeChatProvider::new).ifPresent(all::add);
        // A secret that the operator gave opens the sandbox to every launch; one that was made, to the sample alone.
        boolean sandboxEverywhere =
                environment.getProperty(PaymentSettings.variable(PaymentSettings.SANDBOX_SECRET)) != null;
        return new PaymentProviders(all, sandboxEverywhere);
    }

    private static WebhookSecret secret(Environment environment) {
        return WebhookSecret.parse(environment.getRequiredProperty(PaymentSettings.SANDBOX_SECRET));
    }

    /// The port is known once the server serves, and no payment is begun before.
    private static URI ownAddress(Environment environment) {
        String host = environment.getProperty("server.address", "127.0.0.1");
        return URI.create("http://" + host + ":" + environment.getRequiredProperty("local.server.port") + EVENTS);
    }
}

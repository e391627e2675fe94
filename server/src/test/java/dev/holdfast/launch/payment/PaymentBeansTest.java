package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PaymentBeansTest {

    private final ApplicationContextRunner nothingGiven = new ApplicationContextRunner()
            .withUserConfiguration(PaymentBeans.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void everythingIsOffUntilAKeyIsGiven() {
        nothingGiven.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SandboxSimulator.class);
            assertThat(context.getBean(PaymentProviders.class).all()).isEmpty();
        });
    }

    @Test
    void aMadeSecretOpensTheSandboxToTheSampleAlone() {
        nothingGiven
                .withPropertyValues("holdfast.sandbox-webhook-secret=" + SignedDelivery.SECRET)
                .run(context -> {
                    PaymentProviders providers = context.getBean(PaymentProviders.class);
                    assertThat(ids(providers.offered(true))).containsExactly("sandbox");
                    assertThat(providers.offered(false)).isEmpty();
                    assertThat(providers.find("sandbox")).isPresent();
                });
    }

    @Test
    void aGivenSecretOpensTheSandboxToEveryLaunch() {
        given("HOLDFAST_SANDBOX_WEBHOOK_SECRET", SignedDelivery.SECRET).run(context -> {
            PaymentProviders providers = context.getBean(PaymentProviders.class);
            assertThat(ids(providers.offered(false))).containsExactly("sandbox");
        });
    }

    @Test
    void allKeysOfStripeSwitchItOn() {
        given(Map.of(
                        "HOLDFAST_STRIPE_SECRET_KEY", "sk_test_only",
                        "HOLDFAST_STRIPE_WEBHOOK_SECRET", "whsec_only",
                        "HOLDFAST_SANDBOX_WEBHOOK_SECRET", SignedDelivery.SECRET))
                .run(context -> assertThat(
                                ids(context.getBean(PaymentProviders.class).offered(false)))
                        .containsExactly("stripe", "sandbox"));
    }

    @Test
    void someKeysOfAProviderAreAFaultThatNamesTheMissingOne() {
        given("HOLDFAST_STRIPE_SECRET_KEY", "sk_test_only")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("HOLDFAST_STRIPE_WEBHOOK_SECRET is missing")
                        .hasMessageNotContaining("sk_test_only"));
    }

    @Test
    void anUnknownMischiefIsAFault() {
        given(Map.of("HOLDFAST_SANDBOX_WEBHOOK_SECRET", SignedDelivery.SECRET, "HOLDFAST_SANDBOX_MISCHIEF", "much"))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("Maybe use none or as-in-life"));
    }

    private ApplicationContextRunner given(String variable, String value) {
        return given(Map.of(variable, value));
    }

    private ApplicationContextRunner given(Map<String, Object> variables) {
        return nothingGiven.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)));
    }

    private static List<String> ids(List<PaymentProvider> providers) {
        return providers.stream().map(PaymentProvider::id).toList();
    }
}

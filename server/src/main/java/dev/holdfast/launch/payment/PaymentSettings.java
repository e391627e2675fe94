package dev.holdfast.launch.payment;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads which providers are switched on, and with which keys.
///
/// A provider is off until one of its keys is given; then all of them must be, because a provider that takes money and
/// cannot hear of it, or not give it back, is worse than none.
final class PaymentSettings {

    static final String SANDBOX_SECRET = "holdfast.sandbox-webhook-secret";
    static final String PUBLIC_URL = "holdfast.public-url";

    private static final String STRIPE_API = "holdfast.stripe-api";
    private static final List<String> STRIPE = List.of("holdfast.stripe-secret-key", "holdfast.stripe-webhook-secret");
    private static final List<String> WECHAT = List.of(
            "holdfast.wechat-mch-id",
            "holdfast.wechat-app-id",
            "holdfast.wechat-serial",
            "holdfast.wechat-private-key",
            "holdfast.wechat-api-v3-key");
    private static final List<String> WECHAT_PLATFORM =
            List.of("holdfast.wechat-public-key", "holdfast.wechat-public-key-id");

    private final Function<String, @Nullable String> settings;

    /// @param settings  the value of a property, or null: `environment::getProperty`
    PaymentSettings(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    Optional<StripeSettings> stripe() {
        if (isOff(STRIPE)) {
            return Optional.empty();
        }
        List<String> keys = STRIPE.stream().map(this::given).toList();
        return Optional.of(new StripeSettings(keys.get(0), keys.get(1), stripeApi()));
    }

    private URI stripeApi() {
        String api = settings.apply(STRIPE_API);
        return api == null || api.isBlank() ? StripeSettings.LIVE_API : URI.create(api.strip());
    }

    Optional<WeChatSettings> weChat() {
        if (isOff(WECHAT)) {
            return Optional.empty();
        }
        List<String> keys = WECHAT.stream().map(this::given).toList();
        WeChatSettings.PlatformKey platformKey = isOff(WECHAT_PLATFORM)
                ? null
                : new WeChatSettings.PlatformKey(Path.of(given(WECHAT_PLATFORM.get(0))), given(WECHAT_PLATFORM.get(1)));
        return Optional.of(new WeChatSettings(
                keys.get(0),
                keys.get(1),
                keys.get(2),
                Path.of(keys.get(3)),
                keys.get(4),
                platformKey,
                URI.create(given(PUBLIC_URL)),
                WeChatSettings.LIVE_API));
    }

    private boolean isOff(List<String> names) {
        return names.stream().map(settings).allMatch(value -> value == null || value.isBlank());
    }

    private String given(String name) {
        String value = settings.apply(name);
        if (value == null || value.isBlank()) {
            String company = name.contains("stripe") ? "Stripe" : "WeChat Pay";
            throw new IllegalArgumentException(variable(name) + " is missing, while other keys of " + company
                    + " are given. Give all of them, or none to leave " + company + " off.");
        }
        return value.strip();
    }

    /// The name by which an operator knows the setting.
    static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// Every setting read here, for the page that lists them.
    static List<String> variables() {
        return Arrays.asList(STRIPE, WECHAT, WECHAT_PLATFORM, List.of(STRIPE_API, SANDBOX_SECRET, PUBLIC_URL)).stream()
                .flatMap(List::stream)
                .map(PaymentSettings::variable)
                .toList();
    }
}

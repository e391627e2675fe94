package dev.holdfast.member.phone;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Twilio gave the operator.
///
/// @param key    user and password: the account and its token, or an API key and its secret
/// @param sender a number of the operator's, or a messaging service (`MG...`)
/// @param api    where Twilio is; another place in tests only
record TwilioSettings(String account, String key, String sender, URI api) {
    static final URI LIVE_API = URI.create("https://api.twilio.com");
    static final String ACCOUNT = "holdfast.twilio-account";
    static final String KEY = "holdfast.twilio-key";
    static final String SENDER = "holdfast.twilio-sender";
    private static final String API = "holdfast.twilio-api";

    /// @param settings the value of a property, or null
    /// @return empty when none is given
    static Optional<TwilioSettings> read(Function<String, @Nullable String> settings) {
        if (Stream.of(ACCOUNT, KEY, SENDER)
                .allMatch(name -> given(settings, name).isEmpty())) {
            return Optional.empty();
        }
        String account = given(settings, ACCOUNT);
        String key = given(settings, KEY);
        String sender = given(settings, SENDER);
        if (!account.matches("AC[0-9a-f]{32}") || !key.contains(":") || sender.isEmpty()) {
            throw new IllegalArgumentException(
                    "Text messages by Twilio need HOLDFAST_TWILIO_ACCOUNT ('AC' and 32 digits), HOLDFAST_TWILIO_KEY"
                            + " ('SK...:secret', or account and token with a colon between), and"
                            + " HOLDFAST_TWILIO_SENDER (a number such as +15005550006, or 'MG...').");
        }
        String api = given(settings, API);
        return Optional.of(new TwilioSettings(account, key, sender, api.isEmpty() ? LIVE_API : URI.create(api)));
    }

    private static String given(Function<String, @Nullable String> settings, String name) {
        return Objects.requireNonNullElse(settings.apply(name), "").strip();
    }

    /// Settings end up in logs; secrets must not.
    @Override
    public String toString() {
        return "TwilioSettings[account=" + account + ", sender=" + sender + ", api=" + api + "]";
    }
}

package dev.holdfast.member.phone;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text messages by Twilio: one POST to its resource `Messages` for each.
///
/// Twilio has no idempotency key, so what it may have taken is never sent again by us: a member who gets nothing asks
/// anew. Only what it surely did not take, because it said 429 or was not reached, is tried once more.
final class TwilioMessages implements TextMessages, AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int MAX_ANSWER_BYTES = 16 * 1024;
    private static final int TOO_MANY = 429;

    /// Of its error codes those that say something about the telephone and nothing about us.
    private static final Set<Integer> NO_SUCH_TELEPHONE = Set.of(
            21_211, // no valid number
            21_214, // cannot be reached
            21_217, // does not look like a number
            21_408, // texts to this country are switched off in the account
            21_610, // its owner said STOP
            21_612, // no way from the sender to it
            21_614, // no mobile
            60_205); // a landline

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TwilioSettings settings;
    private final Duration validFor;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /// @param validFor after which Twilio throws a message away that it could not send yet
    TwilioMessages(TwilioSettings settings, Duration validFor) {
        this.settings = settings;
        this.validFor = validFor;
    }

    @Override
    public Handing send(PhoneNumber to, String text) {
        HttpRequest request = request(to, text);
        Handing first = once(request);
        if (!(first instanceof Handing.Busy)) {
            return first;
        }
        try {
            return closing.await(WAIT.toSeconds(), TimeUnit.SECONDS) ? first : once(request);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return first;
        }
    }

    private HttpRequest request(PhoneNumber to, String text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", to.text());
        form.put(settings.sender().startsWith("MG") ? "MessagingServiceSid" : "From", settings.sender());
        form.put("Body", text);
        form.put("ValidityPeriod", Long.toString(validFor.toSeconds()));
        URI messages = settings.api().resolve("/2010-04-01/Accounts/" + settings.account() + "/Messages.json");
        return HttpRequest.newBuilder(messages)
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(settings.key())))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private Handing once(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer.statusCode(), body.readNBytes(MAX_ANSWER_BYTES));
            }
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            return new Handing.Busy("Twilio was not reached: " + unreached.getMessage());
        } catch (IOException lost) {
            return new Handing.Unsure("Twilio did not answer: " + lost.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Handing.Unsure("The server stops.");
        }
    }

    private static Handing read(int status, byte[] body) {
        if (status / 100 == 2) {
            return new Handing.Taken();
        }
        String said = "Twilio answered " + status;
        if (status == TOO_MANY) {
            return new Handing.Busy(said);
        }
        int code = code(body);
        if (NO_SUCH_TELEPHONE.contains(code)) {
            return new Handing.Refused(said + ", code " + code);
        }
        // A 5xx may have come after the message was taken; anything else is a fault of ours, which Busy says as well.
        return status >= 500 ? new Handing.Unsure(said) : new Handing.Busy(said + ", code " + code);
    }

    /// Its message repeats the number, so it is not kept.
    private static int code(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? 0 : answer.path("code").asInt(0);
        } catch (JacksonException noJson) {
            return 0;
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing.countDown();
        http.close();
    }
}

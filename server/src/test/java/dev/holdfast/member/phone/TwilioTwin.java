package dev.holdfast.member.phone;

import dev.holdfast.launch.payment.LocalServer;
import dev.holdfast.launch.payment.LocalServer.Answer;
import dev.holdfast.launch.payment.LocalServer.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Twilio's side of sending text messages, with its own numbers for what goes wrong and a few of ours: a telephone
/// company that is late, loses messages, or delivers them twice.
public final class TwilioTwin implements AutoCloseable {
    static final String ACCOUNT = "AC" + "0123456789abcdef".repeat(2);
    static final String KEY = "SK" + "fedcba9876543210".repeat(2) + ":a secret: of the tests";
    static final String SENDER = "+15005550006";

    /// Twilio's magic numbers, with the codes it refuses them with.
    static final Map<String, Integer> REFUSED = Map.of(
            "+15005550001", 21_211,
            "+15005550002", 21_612,
            "+15005550003", 21_408,
            "+15005550004", 21_610,
            "+15005550009", 21_614);

    static final String LOST = "+447700900001";
    static final String TWICE = "+447700900002";
    static final String TOO_MANY = "+447700900003";
    static final String TOO_MANY_ONCE = "+447700900004";
    static final String BROKEN = "+447700900005";
    static final String SILENT = "+447700900006";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final List<String> turnedAway = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> telephones = new ConcurrentHashMap<>();
    private final LocalServer server = new LocalServer(this::answer);

    /// As an operator gives them.
    public Map<String, Object> settings() {
        return Map.of(
                "holdfast.twilio-account",
                ACCOUNT,
                "holdfast.twilio-key",
                KEY,
                "holdfast.twilio-sender",
                SENDER,
                "holdfast.twilio-api",
                server.address().toString());
    }

    TwilioSettings read() {
        return TwilioSettings.read(name -> (String) settings().get(name)).orElseThrow();
    }

    private Answer answer(Asked asked) throws InterruptedException {
        String basic = "Basic " + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(asked.header("Authorization"))) {
            return error(401, 20_003);
        }
        if (!asked.method().equals("POST")
                || !asked.path().equals("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")) {
            return error(404, 20_404);
        }
        Map<String, String> form = form(asked.body());
        String to = form.getOrDefault("To", "");
        if (!SENDER.equals(form.get("From"))
                || !form.containsKey("Body")
                || !"600".equals(form.get("ValidityPeriod"))) {
            return error(400, 21_603);
        }
        return switch (to) {
            case LOST -> taken();
            case TOO_MANY -> tooMany(to);
            case TOO_MANY_ONCE -> turnedAway.contains(to) ? deliver(to, form, 1) : tooMany(to);
            case TWICE -> deliver(to, form, 2);
            case BROKEN -> {
                deliver(to, form, 1);
                yield error(503, 20_503);
            }
            case SILENT -> {
                Thread.sleep(20_000);
                yield taken();
            }
            default -> REFUSED.containsKey(to) ? error(400, REFUSED.getOrDefault(to, 0)) : deliver(to, form, 1);
        };
    }

    private Answer tooMany(String to) {
        turnedAway.add(to);
        return error(429, 20_429);
    }

    private Answer deliver(String to, Map<String, String> form, int times) {
        for (int time = 0; time < times; time++) {
            telephones
                    .computeIfAbsent(to, number -> new CopyOnWriteArrayList<>())
                    .add(form.getOrDefault("Body", ""));
        }
        return taken();
    }

    private static Answer taken() {
        return new Answer(201, "{\"sid\": \"SM0123456789abcdef0123456789abcdef\", \"status\": \"queued\"}");
    }

    private static Answer error(int status, int code) {
        return new Answer(status, "{\"code\": " + code + ", \"message\": \"no\", \"status\": " + status + "}");
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    /// What came to a telephone, the last at the end.
    List<String> messages(String number) {
        return new ArrayList<>(telephones.getOrDefault(number, List.of()));
    }

    /// The code of the last message to a telephone.
    public String code(String number) {
        var matcher = CODE.matcher(messages(number).getLast());
        if (!matcher.find()) {
            throw new AssertionError("No code in the message");
        }
        return matcher.group(1);
    }

    int asked() {
        return server.asked().size();
    }

    @Override
    public void close() {
        server.close();
    }
}

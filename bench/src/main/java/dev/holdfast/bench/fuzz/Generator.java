package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Makes requests out of the document: mostly sound, so that they get deep, each with a few things wrong with it.
final class Generator {
    private static final int MAX_TWISTS = 3;

    /// One request in so many is a page's.
    private static final int PAGES = 4;

    private static final int MAX_LIVES = 40;
    private static final int MAX_KEYS = 20_000;

    /// Of so many values one is wrong, where any are.
    private static final int MAX_RIGHT = 12;

    /// An address whose parts are none of those that a path gives a meaning to.
    private static final String PLAIN = "(/\\w[\\w.~-]*)+";

    private final Contract contract;
    private final World world;
    private final Pages pages;
    private final String webhookSecret;
    private final long seed;
    private final List<Contract.Operation> ofOrders;

    Generator(Contract contract, World world, Pages pages, String webhookSecret, long seed) {
        this.contract = contract;
        this.world = world;
        this.pages = pages;
        this.webhookSecret = webhookSecret;
        this.seed = seed;
        this.ofOrders = contract.operations().stream()
                .filter(operation -> operation.path().matches(".*/(orders|events|resume|open)"))
                .filter(operation -> operation.method().equals("POST"))
                .toList();
    }

    /// The request of this number; the same again for the same seed, save for what the server named, cookies and form
    /// tokens.
    Request make(long number) {
        RandomGenerator dice = new SplittableRandom(seed * 1_000_003 + number);
        if (dice.nextInt(PAGES) == 0) {
            return twisted(pages.any(dice), dice);
        }
        Contract.Operation operation = operation(dice);
        Request request = twisted(plain(operation, dice), dice);
        return operation.isSigned() && dice.nextInt(4) > 0 ? signed(request, number) : request;
    }

    private static Request twisted(Request plain, RandomGenerator dice) {
        Request request = plain;
        int twists = dice.nextInt(4) == 0 ? 0 : dice.nextInt(1, MAX_TWISTS + 1);
        for (int i = 0; i < twists; i++) {
            request = Twist.any(request, dice);
        }
        return request;
    }

    /// What ends a launch is rarely asked, or there would soon be none to order from; what orders make possible, often.
    private Contract.Operation operation(RandomGenerator dice) {
        Contract.Operation operation = Words.pick(contract.operations(), dice);
        boolean ends = operation.path().endsWith("/close") || operation.path().endsWith("/pause");
        if (ends && dice.nextInt(MAX_LIVES) > 0) {
            return operation(dice);
        }
        return dice.nextInt(4) == 0 ? Words.pick(ofOrders, dice) : operation;
    }

    private Request plain(Contract.Operation operation, RandomGenerator dice) {
        Sample sample = new Sample(contract, world, dice, dice.nextBoolean() ? 0 : MAX_RIGHT);
        List<Request.Header> headers = new ArrayList<>();
        StringBuilder query = new StringBuilder();
        String target = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").stringValue();
            String text = String.valueOf(sample.of(parameter.path("schema"), name));
            switch (parameter.get("in").stringValue()) {
                case "path" -> target = target.replace("{" + name + "}", encoded(named(operation, name, text, dice)));
                case "query" -> {
                    if (dice.nextBoolean()) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(text));
                    }
                }
                case "header" -> headers.add(new Request.Header(name, header(name, text, dice)));
                default -> throw new IllegalArgumentException("A parameter in " + parameter.get("in"));
            }
        }
        authorize(operation, target, headers, dice);
        boolean bent = !target.matches(PLAIN);
        Request request =
                new Request(operation, operation.method(), target + query, headers, "", Request.Framing.NONE, bent);
        return operation.node().has("requestBody") ? Bodies.filled(request, operation, sample) : request;
    }

    /// Mostly what is there: what is not is refused at the door.
    private String named(Contract.Operation operation, String parameter, String otherwise, RandomGenerator dice) {
        List<String> parts = List.of(operation.path().split("/", -1));
        String kind = parts.get(parts.indexOf("{" + parameter + "}") - 1);
        return dice.nextInt(8) == 0 ? otherwise : world.known(kind, dice).orElse(otherwise);
    }

    private static String header(String name, String text, RandomGenerator dice) {
        return name.equals("Idempotency-Key") ? "key-" + dice.nextInt(MAX_KEYS) : text.replaceAll("[^ -~]", "");
    }

    private void authorize(
            Contract.Operation operation, String path, List<Request.Header> headers, RandomGenerator dice) {
        List<String> roles = operation.roles();
        String owner = world.owner(path);
        if (owner != null && roles.contains("fan") && dice.nextInt(8) > 0) {
            headers.add(new Request.Header("Authorization", owner));
            return;
        }
        if (roles.isEmpty() && dice.nextInt(3) > 0) {
            return;
        }
        boolean right = !roles.isEmpty() && dice.nextInt(12) > 0;
        String role = right ? Words.pick(roles, dice) : world.role(dice);
        headers.add(new Request.Header("Authorization", "Bearer " + world.token(role, dice)));
    }

    /// As the provider of payments signs what it says, whatever that is.
    private Request signed(Request request, long number) {
        long now = Instant.now().getEpochSecond();
        String id = "msg-" + number;
        try {
            String signature = new Webhook(webhookSecret).sign(id, now, new String(request.bodyBytes(), UTF_8));
            return request.withHeader("webhook-id", id)
                    .withHeader("webhook-timestamp", Long.toString(now))
                    .withHeader("webhook-signature", signature);
        } catch (WebhookSigningException | EmptyWebhookSecretException fault) {
            throw new IllegalStateException("The reference library cannot sign", fault);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.bench.server.OperatorApi;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// What people of every role find on the pages: addresses to look at, and forms to fill in wrongly.
///
/// A form goes with the cookie and the token of whoever found it, mostly; so it gets past the door.
final class Pages {
    private static final List<String> ROLES = List.of("operator", "planner", "planner", "partner", "partner");
    private static final List<String> STARTS = List.of(
            "/",
            "/operator",
            "/partner",
            "/orders",
            "/account",
            "/mail",
            "/phone",
            "/receipts",
            "/sign-in",
            "/nowhere");

    private static final String TOKEN = "_csrf";
    private static final String EDGE = "edge-of-a-part";

    /// What ends a launch or a session is rarely pressed, or there would soon be none.
    private static final String ENDS = ".*/(close|pause|sign-out|erase)";

    private static final int MAX_LIVES = 40;

    private final List<Reader> readers;

    private Pages(List<Reader> readers) {
        this.readers = readers;
    }

    /// Signs people in and lets them look around; one of them is nobody.
    static Pages read(URI site, OperatorApi operator) throws IOException, InterruptedException {
        List<String> starts = new ArrayList<>(STARTS);
        IntStream.range(0, Vocabulary.LAUNCHES).mapToObj(Vocabulary::slug).forEach(slug -> {
            starts.add("/launches/" + slug);
            starts.add("/launches/" + slug + "/lobby");
        });
        List<Reader> readers = new ArrayList<>(List.of(Reader.of(site, starts, "")));
        for (String role : ROLES) {
            String wish =
                    JsonMapper.shared().writeValueAsString(Map.of("member", role + "-" + readers.size(), "role", role));
            String link = operator.post("/operator/sign-in-links", "application/json", wish)
                    .get("link")
                    .stringValue();
            readers.add(Reader.of(site, starts, URI.create(link).getPath()));
        }
        return new Pages(readers);
    }

    /// How many addresses and forms were found.
    String words() {
        int addresses =
                readers.stream().mapToInt(reader -> reader.addresses().size()).sum();
        int forms = readers.stream().mapToInt(reader -> reader.forms().size()).sum();
        return addresses + " pages and " + forms + " forms of " + readers.size() + " people";
    }

    Request any(RandomGenerator dice) {
        Reader reader = Words.pick(readers, dice);
        Reader asking = dice.nextInt(12) == 0 ? Words.pick(readers, dice) : reader;
        List<Request.Header> headers = new ArrayList<>();
        headers.add(new Request.Header("Accept", "text/html"));
        if (!asking.cookie().isEmpty()) {
            headers.add(new Request.Header("Cookie", asking.cookie()));
        }
        if (reader.forms().isEmpty() || dice.nextInt(3) == 0) {
            String address = Words.pick(reader.addresses(), dice);
            return new Request(null, "GET", address, headers, "", Request.Framing.NONE, false);
        }
        Reader.Form form = Words.pick(reader.forms(), dice);
        if (form.address().matches(ENDS) && dice.nextInt(MAX_LIVES) > 0) {
            return any(dice);
        }
        Request request = new Request(null, "POST", form.address(), headers, "", Request.Framing.NONE, false);
        return form.file() ? withFile(request, form, dice) : withFields(request, form, dice);
    }

    private static Request withFields(Request request, Reader.Form form, RandomGenerator dice) {
        List<String> parts = new ArrayList<>();
        for (Reader.Field field : form.fields()) {
            if (field.name().equals(TOKEN) || dice.nextInt(12) > 0) {
                parts.add(encoded(field.name()) + "=" + encoded(value(field, dice)));
            }
        }
        return request.withBody(String.join("&", parts).getBytes(UTF_8))
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .framed(Request.Framing.LENGTH);
    }

    private static Request withFile(Request request, Reader.Form form, RandomGenerator dice) {
        StringBuilder body = new StringBuilder();
        for (Reader.Field field : form.fields()) {
            boolean plain = field.name().equals(TOKEN) || !field.values().isEmpty();
            String file = plain ? "" : "; filename=\"" + (dice.nextInt(4) == 0 ? Words.text(dice) : "a.csv") + "\"";
            String content = plain
                    ? value(field, dice)
                    : new String(Files.csv(request.target(), dice, dice.nextInt(2) * 8), UTF_8);
            body.append("--")
                    .append(EDGE)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(field.name());
            body.append('"').append(file).append("\r\n\r\n").append(content).append("\r\n");
        }
        return request.withBody(body.append("--")
                        .append(EDGE)
                        .append("--\r\n")
                        .toString()
                        .getBytes(UTF_8))
                .withHeader("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .framed(Request.Framing.LENGTH);
    }

    private static String value(Reader.Field field, RandomGenerator dice) {
        boolean right = field.name().equals(TOKEN) ? dice.nextInt(30) > 0 : dice.nextInt(4) > 0;
        if (!right) {
            return dice.nextBoolean() ? Words.text(dice) : Words.number(dice).toString();
        }
        return field.values().isEmpty() ? Vocabulary.word(field.name(), dice) : Words.pick(field.values(), dice);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser, who went wherever links lead and noted the forms.
final class Reader {
    /// Of the address without its numbers: ten orders have one page.
    private static final int MAX_ALIKE = 3;

    private static final int MAX_PAGES = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|src)=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|button|textarea|select)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("<option value=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    /// @param values that the page knows of; none: whatever somebody types
    record Field(String name, List<String> values) {}

    /// @param file whether it brings one
    record Form(String address, boolean file, List<Field> fields) {}

    private final URI site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Set<String> addresses = new LinkedHashSet<>();
    private final List<Form> forms = new ArrayList<>();

    private Reader(URI site) {
        this.site = site;
    }

    /// @param starts where to begin
    /// @param link by which they sign in; empty: they do not
    static Reader of(URI site, List<String> starts, String link) throws IOException, InterruptedException {
        Reader reader = new Reader(site);
        try (HttpClient http = HttpClient.newBuilder()
                .cookieHandler(reader.cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            if (!link.isEmpty()) {
                reader.signIn(http, URI.create(link));
            }
            reader.wander(http, starts);
        }
        return reader;
    }

    List<String> addresses() {
        return List.copyOf(addresses);
    }

    List<Form> forms() {
        return List.copyOf(forms);
    }

    /// As a browser sends it.
    String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(Reader::told).collect(Collectors.joining("; "));
    }

    private static String told(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private void signIn(HttpClient http, URI link) throws IOException, InterruptedException {
        String page = get(http, link.getPath());
        Form form = read(page).stream()
                .filter(one -> one.address().startsWith("/sign-in/"))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no form at " + link));
        String body = form.fields().stream()
                .filter(field -> field.name().equals("_csrf"))
                .map(field -> "_csrf=" + URLEncoder.encode(field.values().getFirst(), UTF_8))
                .collect(Collectors.joining("&"));
        http.send(
                HttpRequest.newBuilder(site.resolve(form.address()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private void wander(HttpClient http, List<String> starts) throws IOException, InterruptedException {
        Queue<String> open = new ArrayDeque<>(starts);
        Map<String, Long> alike = new HashMap<>();
        while (!open.isEmpty() && addresses.size() < MAX_PAGES) {
            String address = open.remove();
            long seen = alike.merge(address.replaceAll("[0-9a-f]*\\d[0-9a-f-]*|\\?.*", "."), 1L, Long::sum);
            // A stream has no end.
            if (seen > MAX_ALIKE || address.endsWith("/events") || !addresses.add(address)) {
                continue;
            }
            String page = get(http, address);
            LINK.matcher(page).results().map(link -> unescaped(link.group(1))).forEach(open::add);
            forms.addAll(read(page));
        }
    }

    /// Nothing where it is no page.
    private String get(HttpClient http, String address) throws IOException, InterruptedException {
        if (address.startsWith("/assets/")) {
            return "";
        }
        var request = HttpRequest.newBuilder(URI.create(site + address.replaceAll("[^!-~]", "")))
                .timeout(PATIENCE)
                .build();
        var reply = http.send(request, BodyHandlers.ofString());
        return reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html") ? reply.body() : "";
    }

    private static List<Form> read(String page) {
        List<Form> found = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group(1));
            if (form.group(1).contains("method=\"post\"") && action.find()) {
                boolean file = form.group(1).contains("multipart");
                found.add(new Form(unescaped(action.group(1)), file, fields(form.group(2))));
            }
        }
        return found;
    }

    private static List<Field> fields(String form) {
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            Matcher name = NAME.matcher(field.group(1));
            if (name.find()) {
                fields.add(new Field(name.group(1), values(form, field)));
            }
        }
        return fields;
    }

    private static List<String> values(String form, Matcher field) {
        if (field.group().startsWith("<select")) {
            int end = form.indexOf("</select>", field.end());
            return CHOICE.matcher(form.substring(field.end(), Math.max(field.end(), end)))
                    .results()
                    .map(choice -> unescaped(choice.group(1)))
                    .toList();
        }
        Matcher value = VALUE.matcher(field.group(1));
        return value.find() && !value.group(1).isEmpty()
                ? List.of(Objects.requireNonNull(unescaped(value.group(1))))
                : List.of();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

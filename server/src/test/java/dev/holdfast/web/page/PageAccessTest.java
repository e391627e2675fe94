package dev.holdfast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every page and every form asked by everybody. The table is generated from the running server's own
/// list of pages; a new one fails here until [#WHO] says who may come in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessTest {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";

    private static final Set<String> ANYBODY = Set.of("nobody", "fan", "store", "partner", "planner", "operator");
    private static final Set<String> SIGNED_IN = Set.of("fan", "store", "partner", "planner", "operator");
    private static final Set<String> STAFF = Set.of("planner", "operator");
    private static final Set<String> OPERATOR = Set.of("operator");

    /// The first that fits decides.
    private static final List<Rule> WHO = List.of(
            new Rule("GET /operator(/launches/\\{slug}(/orders|/find)?|/orders/\\{id})?", STAFF),
            new Rule(".* /operator/launches/\\{slug}/(plan|live)(/.*)?", STAFF),
            new Rule(".* /operator/.*", OPERATOR),
            new Rule(".* /store(/.*)?", Set.of("store")),
            new Rule("GET /partner(/\\{slug})?", Set.of("partner")),
            new Rule(".* /lender(/.*)?", Set.of("partner")),
            new Rule("GET /(answers|kept|specs)(/.*)?", ANYBODY),
            new Rule("GET /wishes(/(new|similar|\\{id}(/votes)?))?", ANYBODY),
            new Rule(".* /wishes(/.*)?", SIGNED_IN),
            new Rule("POST /launches/\\{slug}/questions", SIGNED_IN),
            new Rule(".* /mail/\\{link}", ANYBODY),
            new Rule(".* /(visits|orders|account|mail|phone)(/.*)?", SIGNED_IN),
            new Rule("POST /events/.*", SIGNED_IN),
            new Rule("GET /events(/\\{slug})?", ANYBODY),
            new Rule("POST /councils/.*", SIGNED_IN),
            new Rule("GET /councils(/.*)?", ANYBODY),
            new Rule("GET /stories", ANYBODY),
            new Rule("POST /launches/\\{slug}/(orders|lobby(/.*)?)", SIGNED_IN),
            new Rule(".* /(sandbox|sign-in|sign-out|language|assets|receipts|launches|erased|error)?(/.*)?", ANYBODY));

    /// What some of them cannot be asked without.
    private static final String FIELDS =
            "offer=pro&keep=true&q=1&key=k&way=PAID&amount=1&reference=r&from=2026-01-01&to=2026-01-01";

    private static final List<String> UPLOADS = List.of(
            "/operator/launches/{slug}/supply",
            "/operator/launches/{slug}/plan/data/{file}",
            "/operator/statements",
            "/orders/{id}/tickets/{number}/photos");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UPLOAD = "multipart/form-data; boundary=edge";
    private static final int SENT_AWAY = 303;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /// One fan asks for every page at once, oftener than a person may.
    private final LiveSite site = new LiveSite(Map.of("holdfast.limit-member", "off"));
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param pattern of method and page
    private record Rule(String pattern, Set<String> who) {}

    private record Form(String cookie, String token) {}

    @BeforeAll
    void open() {
        site.open(
                "car",
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                4,
                5);
    }

    @AfterAll
    void close() {
        http.close();
        site.close();
    }

    @Test
    void every_page_lets_in_those_it_is_for_and_nobody_else() throws Exception {
        var form = form();
        List<String> wrong = new ArrayList<>();
        var pages = site.pages();
        assertTrue(pages.size() > 60, "next to no page was found");
        for (var page : pages) {
            var who = who(page);
            if (who == null) {
                wrong.add(page + " is for nobody that this test knows of");
                continue;
            }
            for (var role : ANYBODY) {
                int status = ask(page, role, form);
                boolean in = status != 401 && status != 403;
                if (in != who.contains(role) || status >= 500) {
                    wrong.add("\n" + page + " by " + role + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_form_is_taken_without_its_token() {
        List<String> wrong = new ArrayList<>();
        for (var page : site.pages()) {
            if (!page.method().equals("POST")) {
                continue;
            }
            var request =
                    request(page, "operator").header("Content-Type", FORM).POST(BodyPublishers.ofString("sure=true"));
            int status = send(request);
            if (status != 403) {
                wrong.add(page + ": " + status);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_form_that_should_bring_a_file_and_brings_none_is_told_so() throws Exception {
        var form = form();
        for (var path : UPLOADS) {
            var request = request(new LiveSite.PageRoute("POST", path), "operator")
                    .setHeader("Cookie", form.cookie + "; " + session("operator"))
                    .header("Content-Type", FORM)
                    .POST(BodyPublishers.ofString("_csrf=" + form.token));
            assertEquals(400, send(request), path);
        }
    }

    private static @Nullable Set<String> who(LiveSite.PageRoute page) {
        return WHO.stream()
                .filter(rule -> (page.method() + " " + page.pattern()).matches(rule.pattern))
                .map(Rule::who)
                .findFirst()
                .orElse(null);
    }

    private int ask(LiveSite.PageRoute page, String role, Form form) {
        var request = request(page, role);
        if (page.method().equals("GET")) {
            return send(request);
        }
        var cookies = form.cookie + (role.equals("nobody") ? "" : "; " + session(role));
        return send(request.setHeader("Cookie", cookies)
                .header("Content-Type", UPLOADS.contains(page.pattern()) ? UPLOAD : FORM)
                .POST(BodyPublishers.ofString(
                        UPLOADS.contains(page.pattern()) ? upload(form) : "_csrf=" + form.token)));
    }

    private static String upload(Form form) {
        return part("_csrf\"", form.token)
                + part("file\"; filename=\"a.csv\"", "a,b")
                + part("table\"; filename=\"a.csv\"", "a,b")
                + part("photo\"; filename=\"a.jpg\"", "a,b")
                + "--edge--\r\n";
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }

    /// A form token that holds, and the cookie it belongs to.
    private Form form() throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(site.address("/receipts"))).build(), BodyHandlers.ofString());
        var token = TOKEN.matcher(page.body());
        assertTrue(token.find(), page.body());
        return new Form(page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""), token.group(1));
    }

    private HttpRequest.Builder request(LiveSite.PageRoute page, String role) {
        var path = page.pattern()
                .replace("{slug}", "car")
                .replace("{id}", NO_ORDER)
                .replace("{order}", NO_ORDER)
                .replace("{file}", "bom")
                .replaceAll("\\{[^}]+}", "1");
        var request = HttpRequest.newBuilder(URI.create(site.address(path + "?" + FIELDS)));
        return role.equals("nobody") ? request : request.header("Cookie", session(role));
    }

    private String session(String role) {
        return SessionCookie.NAME + "=" + site.session("anyone-" + role, role);
    }

    /// Looks at the status and goes: a page may be a stream without an end.
    private int send(HttpRequest.Builder request) {
        try {
            var reply = http.send(request.build(), BodyHandlers.ofInputStream());
            reply.body().close();
            // A stranger's file is not read, not even to say so on a page.
            boolean stranger = reply.statusCode() == SENT_AWAY
                    && reply.headers().allValues("Location").contains("/sign-in");
            return stranger ? 401 : reply.statusCode();
        } catch (IOException failure) {
            throw new AssertionError("No answer", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }
}

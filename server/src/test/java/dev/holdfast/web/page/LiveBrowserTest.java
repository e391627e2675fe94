package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.holdfast.web.page.Browser.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The war room on the real application, while orders come in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveBrowserTest {
    private static final String ROOM = "/operator/launches/car/live";

    private final LiveSite site = new LiveSite();
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern <One>", "燕鸥一号", null, soon), 40, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static Locator figure(Visit visit, String sentence) {
        return visit.page
                .locator(".tile")
                .filter(new Locator.FilterOptions().setHasText(visit.words.say(sentence)))
                .locator(".tile-figure");
    }

    @Test
    void ordersShowByThemselvesAndAreStillThereAfterALoad() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signInAs("operator");
            visit.go(ROOM);
            assertThat(visit.page.locator("h1")).hasText("Tern <One>");
            visit.page.locator("#live-rates-summary").click();
            long before = site.launch().look("car").line().held();
            site.place("car", "fan-live-1", "pro-green");
            site.place("car", "fan-live-2", "pro-green");
            assertThat(figure(visit, "live.line")).hasText(String.valueOf(before + 2));
            assertThat(visit.page.locator("#live-offers tbody tr").first()).containsText("Pro, green");
            assertThat(visit.page.locator("#live-rates-more")).hasAttribute("open", "");
            visit.isAccessible();
            visit.page.reload();
            assertThat(figure(visit, "live.line")).hasText(String.valueOf(before + 2));
        }
    }

    @Test
    void withoutScriptsThePageIsWholeAndLoadsItselfAgain() {
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            visit.signInAs("planner");
            visit.go(ROOM);
            assertThat(visit.page.locator(".tile")).hasCount(6);
            assertThat(visit.page.locator("#live-health")).containsText(Words.CHINESE.say("live.database"));
            assertThat(visit.page.locator("meta[http-equiv=refresh]")).hasCount(1);
        }
    }

    @Test
    void nobodyElseMayWatch() {
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.go(ROOM);
            visit.sees("problem.401");
            visit.signIn("fan-watching");
            visit.go(ROOM + "/events");
            visit.sees("problem.role");
            visit.forgive("40");
        }
    }

    @Test
    void everyViewerIsSentTheSameSecondsAndNoneTwice() throws IOException, InterruptedException {
        var cookie = site.session("operator-9", "operator");
        try (var http = HttpClient.newHttpClient();
                var one = events(http, cookie, null);
                var other = events(http, cookie, null)) {
            var first = event(one);
            var same = event(other);
            for (int tries = 0; tries < 5 && !same.equals(first); tries++) {
                var behind = same.compareTo(first) < 0;
                same = behind ? event(other) : same;
                first = behind ? first : event(one);
            }
            assertThat(same).isEqualTo(first).contains("live-tiles");
            try (var again =
                    events(http, cookie, first.lines().findFirst().orElse("").substring(4))) {
                assertThat(event(again)).isGreaterThan(first);
            }
        }
    }

    @Test
    void theScreenAfterTheLastSeatIsToldSoCalmly() throws IOException, InterruptedException {
        var cookie = site.session("operator-200", "operator");
        var http = HttpClient.newHttpClient();
        try {
            // A screen that another test left holds its seat until the server notices.
            var end = Instant.now().plusSeconds(20);
            for (int seated = 0; seated < 200; ) {
                seated += seated(http, cookie) ? 1 : 0;
                assertThat(Instant.now()).as("%s seats were taken", seated).isBefore(end);
            }
            for (var words : Words.ALL) {
                try (var visit = new Visit(browser, site, Screen.DESK, words, true)) {
                    visit.signInAs("operator");
                    visit.go(ROOM);
                    assertThat(visit.page.locator("#live-lost")).hasText(words.say("live.lost"));
                    assertThat(visit.page.locator(".tile")).hasCount(6);
                    visit.go(ROOM + "/events?in=" + words.tag());
                    visit.sees("problem.503");
                    visit.forgive("503");
                    visit.forgive("EventSource");
                }
            }
        } finally {
            // Not closed: that waits for the streams, which end after minutes.
            http.shutdownNow();
        }
    }

    private boolean seated(HttpClient http, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site.address(ROOM + "/events?in=en")))
                .header("Cookie", SessionCookie.NAME + "=" + cookie);
        return http.send(request.build(), BodyHandlers.ofInputStream()).statusCode() == 200;
    }

    private BufferedReader events(HttpClient http, String cookie, @Nullable String seen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site.address(ROOM + "/events?in=en")))
                .header("Cookie", SessionCookie.NAME + "=" + cookie);
        if (seen != null) {
            request.header("Last-Event-ID", seen);
        }
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The next event that has something to say, beginning with its id.
    private static String event(BufferedReader stream) throws IOException {
        var event = new StringBuilder();
        for (var line = stream.readLine(); ; line = stream.readLine()) {
            Objects.requireNonNull(line, "the stream has ended");
            if (line.startsWith("id: ") || event.length() > 0) {
                event.append(line).append('\n');
            }
            if (line.isEmpty() && event.length() > 0) {
                return event.toString();
            }
        }
    }
}

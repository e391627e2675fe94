package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.holdfast.web.page.Browser.Screen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the page of a launch weighs on its way to a fan, and what its polls say to the caches between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchWeightTest {
    private static final long MAX_PAGE_BYTES = 60 * 1024;
    private static final long MAX_POLL_BYTES = 4 * 1024;

    private final LiveSite site = new LiveSite();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 60, 50);
    }

    @AfterAll
    void close() {
        http.close();
        site.close();
    }

    @Test
    void thePageAndAllItLoadsAreLightAndOneSheetIsAllItsFirstPaintWaitsFor() {
        try (var browser = new Browser();
                var person = browser.person(Screen.PHONE, Words.ENGLISH, true)) {
            var page = person.newPage();
            var loaded = new ArrayList<Request>();
            page.onRequestFinished(loaded::add);
            page.navigate(site.address("/launches/car"));
            page.waitForLoadState();
            var all = List.copyOf(loaded);
            long bytes = all.stream().mapToLong(LaunchWeightTest::weight).sum();
            assertThat(all).hasSizeGreaterThan(3);
            assertThat(bytes)
                    .as("bytes of %s", all.stream().map(Request::url).toList())
                    .isLessThan(MAX_PAGE_BYTES);
            assertThat(blocking(page)).hasSize(1);
        }
    }

    private static long weight(Request request) {
        var sizes = request.sizes();
        return (long) sizes.responseBodySize + sizes.responseHeadersSize;
    }

    /// What the browser itself says a first paint had to wait for.
    private static List<?> blocking(Page page) {
        return (List<?>) page.evaluate("""
                performance.getEntriesByType('resource')
                  .filter(entry => entry.renderBlockingStatus === 'blocking').map(entry => entry.name)""");
    }

    @Test
    void aPollIsTinyAndAnyCacheMayKeepItForASecond() throws IOException, InterruptedException {
        var answer = poll("/now/car?in=en", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=1");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(answer.body().length).isLessThan((int) MAX_POLL_BYTES);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = poll("/now/car?in=en", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        site.place("car", "fan-polled", "pro-green");
        Thread.sleep(1_100);
        assertThat(poll("/now/car?in=en", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownLaunchIsNotKept() throws IOException, InterruptedException {
        for (var path : List.of("/now/nothing?in=en", "/now/", "/now/picture", "/now/nothing/picture")) {
            var answer = poll(path, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    private HttpResponse<byte[]> poll(String path, @Nullable String tag) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site.address(path)))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", "holdfast_session=whoever");
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}

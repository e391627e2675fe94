package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.launch.Launch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The figures of a launch that open pages ask for every few seconds.
///
/// The same for every reader of a language, so that any cache may keep it for a second, and kept rendered for as long
/// here: a hundred thousand open pages cost one rendering a second.
@Controller
class NowPage {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MAX_KEPT = 200;

    private final Launch launch;
    private final LaunchPageMaker maker;
    private final Templates templates;
    private final Cache<Key, Body> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    private record Key(String slug, String region, Words words) {}

    NowPage(Launch launch, LaunchPageMaker maker, Templates templates) {
        this.launch = launch;
        this.maker = maker;
        this.templates = templates;
    }

    @GetMapping("/launches/{slug}/now")
    void now(
            @PathVariable String slug,
            @RequestParam(name = "in", defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var body = kept.get(new Key(slug, region == null ? "" : region, Words.in(language)), this::render);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
        body.send(request, response, Page.TYPE);
    }

    private Body render(Key key) {
        var view = launch.look(key.slug());
        var region = LaunchPageMaker.region(view, key.region());
        return templates.render("now", maker.now(view, region, false, key.words()));
    }
}

package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.web.network.Networks;
import dev.holdfast.web.page.LaunchPageMaker.Asked;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;

/// The figures of a launch that open pages ask for every few seconds: `/now/{launch}`, and more rarely its picture,
/// `/now/{launch}/picture`, and how far a campaign has come, `/now/{launch}/campaign`.
///
/// The same for every reader of a language, so that any cache may keep it for a second, and kept as bytes for as long
/// here: a hundred thousand open pages cost one rendering a second. A plain servlet, which no filter of the pages
/// stands before: there is no session to look up, no cookie to set, and a poll is a look into a map.
final class NowServlet extends HttpServlet {
    static final String PATH = "/now/";

    private static final long serialVersionUID = 1;
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final String FOR_A_SECOND = "public, max-age=" + KEPT.toSeconds();
    private static final String PICTURE = "/picture";
    private static final String CAMPAIGN = "/campaign";
    private static final Map<String, String> TEMPLATES = Map.of(PICTURE, "nowPicture", CAMPAIGN, "campaignNow");
    private static final int MAX_KEPT = 2_000;

    private final transient Launch launch;
    private final transient LaunchPageMaker maker;
    private final transient Templates templates;
    private final transient Rates rates;
    private final transient Networks networks;
    private final transient Cache<Key, Kept> kept =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    private record Key(String template, String slug, String region, String offer, Words words) {}

    /// @param tag the same for both forms of the body, compressed or not, hence a weak one
    private record Kept(Body body, String tag) {}

    NowServlet(Launch launch, LaunchPageMaker maker, Templates templates, Rates rates, Networks networks) {
        this.launch = launch;
        this.maker = maker;
        this.templates = templates;
        this.rates = rates;
        this.networks = networks;
    }

    /// @param offer the one that is picked on the page
    static String address(String slug, Words words, @Nullable String region, String offer) {
        return PATH + slug + query(words, region) + "&offer=" + offer;
    }

    static String pictureAddress(String slug, Words words, @Nullable String region) {
        return PATH + slug + PICTURE + query(words, region);
    }

    static String campaignAddress(String slug, Words words) {
        return PATH + slug + CAMPAIGN + query(words, null);
    }

    private static String query(Words words, @Nullable String region) {
        return "?in=" + words.tag() + (region == null ? "" : "&region=" + region);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            if (rates.holds(Limit.POLLS)) {
                rates.admit(Limit.POLLS, networks.of(request));
            }
            send(kept.get(key(request), this::render), request, response);
        } catch (Problem problem) {
            refuse(response, problem);
        } catch (IllegalStateException unreadable) {
            // What the container says of a query that is no UTF-8, or is written badly.
            refuse(response, 400);
        } catch (DataAccessException away) {
            refuse(response, 503);
        }
    }

    private static void refuse(HttpServletResponse response, Problem problem) {
        if (problem.kind() == Problem.Kind.TOO_OFTEN) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
            refuse(response, 429);
        } else {
            refuse(response, problem.kind() == Problem.Kind.UNKNOWN ? 404 : 503);
        }
    }

    private static Key key(HttpServletRequest request) {
        var path = String.valueOf(request.getPathInfo());
        var last = path.substring(Math.max(0, path.lastIndexOf('/')));
        // A launch may be called like a part.
        var part = last.length() < path.length() && TEMPLATES.containsKey(last) ? last : "";
        var slug = path.substring(1, path.length() - part.length());
        var language = request.getParameter("in");
        var region = request.getParameter("region");
        var offer = request.getParameter("offer");
        return new Key(
                TEMPLATES.getOrDefault(part, "now"),
                slug,
                region == null ? "" : region,
                offer == null ? "" : offer,
                Words.in(language == null ? "en" : language));
    }

    private Kept render(Key key) {
        var view = launch.look(key.slug());
        var region = LaunchPageMaker.region(view, key.region());
        var content = key.template().equals(TEMPLATES.get(CAMPAIGN))
                ? maker.campaign(view, key.words())
                : maker.now(view, new Asked(region, key.offer(), false), false, key.words());
        var body = templates.render(key.template(), content);
        var hash = new CRC32C();
        hash.update(body.plain());
        return new Kept(body, "W/\"" + HexFormat.of().toHexDigits(hash.getValue(), 8) + "\"");
    }

    private static void send(Kept kept, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND);
        response.setHeader(HttpHeaders.ETAG, kept.tag());
        if (kept.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        kept.body().send(request, response, Page.TYPE);
    }

    /// Without a word: the page that polls keeps what it shows, and asks again.
    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(status);
    }
}

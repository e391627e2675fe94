package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Latencies;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.launch.intake.LongLine;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Prints how long an operator waits for the list of a long line's orders: each view of it many times over, one reader,
/// and the export once.
///
/// The server is a process of its own, fresh, on a PostgreSQL of its own, and gone afterwards; its line is copied in.
/// Arguments: orders in line (2,000,000), how often each view is asked for (200).
public final class OrdersDesk {
    private static final String SLUG = "desk";
    private static final String LIST = "/operator/launches/" + SLUG + "/orders";
    private static final String FIND = "/operator/launches/" + SLUG + "/find";
    private static final int WEEKS = 60;
    private static final int WARM_UP = 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI server;

    private OrdersDesk(URI server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        try (var site = Site.fresh(1)) {
            var throwaway = site.throwaway();
            if (throwaway == null) {
                throw new IllegalStateException("A fresh site is a throw-away.");
            }
            try (Connection database = throwaway.database().connect()) {
                say("%s", Machine.here(database));
                fill(site, database, orders);
            }
            var desk = new OrdersDesk(throwaway.uri());
            desk.signIn(site);
            for (var view : views(orders).entrySet()) {
                desk.tell(view.getKey(), view.getValue(), times);
            }
            desk.export();
        }
    }

    private static void fill(Site site, Connection database, int orders)
            throws IOException, InterruptedException, SQLException {
        var showroom = Showroom.forOrders(orders, LocalDate.now(ZoneOffset.UTC));
        var monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        site.operator().define(SLUG, showroom, 1_000, "UTC");
        long began = System.nanoTime();
        LongLine.fill(database, SLUG, new LongLine.Wishes() {
            @Override
            public int orders() {
                return orders;
            }

            @Override
            public String offer(int order) {
                return showroom.offers().get(order % showroom.offers().size()).id();
            }

            @Override
            public LocalDate promised(int order) {
                return monday.plusWeeks((long) order * WEEKS / orders);
            }
        });
        site.operator().open(SLUG);
        say("%,d orders in line, copied in %.0f s", orders, (System.nanoTime() - began) / 1e9);
    }

    /// What operators ask for, by what it is called here.
    private static Map<String, String> views(int orders) {
        var views = new LinkedHashMap<String, String>();
        views.put("first page", LIST);
        views.put("last page", LIST + "?way=down");
        views.put("in the middle", LIST + "?after=" + orders / 2);
        views.put("by time, latest first", LIST + "?sort=held&way=down");
        views.put("by window, in the middle", LIST + "?sort=window&after=" + orders / 2);
        views.put("one offer", LIST + "?offer=pro-green");
        views.put("offer and region, from the end", LIST + "?offer=max-sand&region=south&way=down");
        views.put("a state that none is in", LIST + "?state=DELIVERED");
        views.put("moved windows, of which there are none", LIST + "?moved=1");
        views.put("one member", LIST + "?member=early-" + orders / 2);
        views.put("search for a position", FIND + "?q=" + orders / 2);
        views.put("search for a member", FIND + "?q=early-" + orders / 3);
        views.put("search that finds nothing", FIND + "?q=nobody-at-all");
        return views;
    }

    private void signIn(Site site) throws IOException, InterruptedException {
        var made = site.operator()
                .post("/operator/sign-in-links", "application/json", "{\"member\": \"bench\", \"role\": \"operator\"}");
        var path = URI.create(made.path("link").asString("")).getPath();
        var form = TOKEN.matcher(page(path));
        if (!form.find()) {
            throw new IOException("The page of a sign-in link has no form");
        }
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + form.group(1)))
                .build();
        http.send(request, BodyHandlers.ofString());
    }

    private void tell(String name, String view, int times) throws IOException, InterruptedException {
        for (int time = 0; time < WARM_UP; time++) {
            page(view);
        }
        var latencies = new Latencies();
        int bytes = 0;
        for (int time = 0; time < times; time++) {
            long began = System.nanoTime();
            bytes = page(view).length();
            latencies.add(System.nanoTime() - began);
        }
        var of = latencies.summary();
        say(
                "%-40s p50 %7.1f ms, p99 %7.1f ms, most %7.1f ms, %,d characters",
                name, of.p50(), of.p99(), of.max(), bytes);
    }

    private String page(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private void export() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer =
                http.send(HttpRequest.newBuilder(server.resolve(LIST + ".csv")).build(), BodyHandlers.ofInputStream());
        long bytes = 0;
        double first = 0;
        byte[] buffer = new byte[1 << 16];
        try (var file = answer.body()) {
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                first = first == 0 ? (System.nanoTime() - began) / 1e6 : first;
                bytes += read;
            }
        }
        say(
                "export: the first bytes after %.0f ms, all %,d after %.1f s",
                first, bytes, (System.nanoTime() - began) / 1e9);
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}

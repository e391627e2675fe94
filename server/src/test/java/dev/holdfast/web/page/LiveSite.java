package dev.holdfast.web.page;

import dev.holdfast.Holdfast;
import dev.holdfast.TestDatabase;
import dev.holdfast.community.integrity.ExamineNow;
import dev.holdfast.community.merge.CloseNow;
import dev.holdfast.community.spec.AskNow;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.lobby.Lobby;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.Supply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The whole application on a real database, with one launch a test can fill.
final class LiveSite implements Served, AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final LeapingClock clock = new LeapingClock();
    private final ConfigurableApplicationContext context;

    LiveSite() {
        this(Map.of());
    }

    /// @param more settings, as an operator would give them
    LiveSite(Map<String, Object> more) {
        this(more, null);
    }

    /// @param providers to pay with; null: those of the settings
    LiveSite(Map<String, Object> more, @Nullable PaymentProviders providers) {
        var secret = "c2FuZGJveCBzZWNyZXQgb2YgdGhlIHBhZ2UgdGVzdHM=";
        var properties = Map.<String, Object>of(
                "server.port",
                0,
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "holdfast.jwt-secret",
                "the page tests sign no token of their own",
                "holdfast.sandbox-webhook-secret",
                secret,
                // As if the operator had given it: play money pays in every launch.
                "HOLDFAST_SANDBOX_WEBHOOK_SECRET",
                secret,
                "holdfast.sandbox-mischief",
                "none");
        var application = new SpringApplication(Holdfast.class);
        application.addInitializers(starting ->
                starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties)));
        if (providers != null) {
            application.addInitializers(starting -> ((GenericApplicationContext) starting)
                    .registerBean(
                            "providersOfTheTest",
                            PaymentProviders.class,
                            () -> providers,
                            bean -> bean.setPrimary(true)));
        }
        application.addInitializers(starting ->
                starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more)));
        application.addInitializers(starting -> ((GenericApplicationContext) starting)
                .registerBean("leapingClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        context = application.run();
    }

    /// The server's.
    LeapingClock clock() {
        return clock;
    }

    @Override
    public String address(String path) {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /// By a link, as somebody who runs the site would make one.
    @Override
    public void signIn(Visit visit, String member, String role) {
        visit.page.navigate(signInLink(member, role));
        visit.press("signIn.button");
    }

    Wishes wishes() {
        return context.getBean(Wishes.class);
    }

    Launch launch() {
        return context.getBean(Launch.class);
    }

    Lobby lobby() {
        return context.getBean(Lobby.class);
    }

    /// A face of the running server that few tests need.
    <T> T face(Class<T> face) {
        return context.getBean(face);
    }

    MasterData masterData() {
        return context.getBean(MasterData.class);
    }

    /// A face that no test but one needs.
    <T> T bean(Class<T> face) {
        return context.getBean(face);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database.dataSource());
    }

    TestDatabase database() {
        return database;
    }

    String signInLink(String member) {
        return signInLink(member, "fan");
    }

    String signInLink(String member, String role) {
        return address("/sign-in/" + context.getBean(Members.class).signInLink(member, Set.of(role)));
    }

    /// A signed-in browser's cookie.
    String session(String member, String role) {
        return context.getBean(Members.class).open(member, Set.of(role));
    }

    /// Every page and form of the running server.
    List<PageRoute> pages() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new PageRoute(method.name(), pattern))))
                .toList();
    }

    /// @param pattern such as `/orders/{id}`
    record PageRoute(String method, String pattern) {}

    /// Opens a launch with so many units of each offer in each of the next weeks.
    void open(String slug, LaunchDefinition definition, int weeks, int unitsPerWeek) {
        launch().define(slug, definition, "operator-1");
        supply(slug, definition, 8, weeks, unitsPerWeek);
        launch().open(slug, "operator-1");
    }

    /// @param weeksAhead from now to the first week with units
    void supply(String slug, LaunchDefinition definition, int weeksAhead, int weeks, int unitsPerWeek) {
        var monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeksAhead);
        var csv = new StringBuilder("offer,week,quantity\n");
        for (var offer : definition.offers()) {
            for (int week = 0; week < weeks; week++) {
                csv.append(offer.id() + "," + monday.plusWeeks(week) + "," + unitsPerWeek + "\n");
            }
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        context.getBean(Supply.class).upload(slug, new ByteArrayInputStream(bytes), "operator-1");
    }

    Order place(String slug, String member, String offer) {
        var outcome = launch().place(
                        new PlaceOrder(slug, member, UUID.randomUUID().toString(), offer, null, null, null, null, "1"));
        if (outcome instanceof Outcome.Done done) {
            return done.order();
        }
        throw new IllegalStateException("The sample order was not taken: " + outcome);
    }

    /// As the provider reports it.
    void pay(Order order) {
        pay(order, "sandbox");
    }

    void pay(Order order, String provider) {
        pay(order, provider, null);
    }

    /// @param card the provider's name for it; null: it says none
    void pay(Order order, String provider, @Nullable String card) {
        var paid = new PaymentEvent(
                "webhook-" + order.id(),
                PaymentEvent.Kind.SUCCEEDED,
                order.id().toString(),
                "payment-" + order.id(),
                order.deposit().amount(),
                order.deposit().currency(),
                card);
        context.getBean(Reviews.class).paid(paid);
        launch().receive(provider, paid);
    }

    /// Lets owners be found and asked now rather than within the clock's round.
    void askOwners() {
        AskNow.ask(context);
    }

    /// Lets votes be examined now rather than within the clock's round.
    void examineVotes() {
        ExamineNow.examine(context);
    }

    /// Likewise lets merges end whose time is over.
    void closeMerges() {
        CloseNow.close(context);
    }

    /// Waits for what the server does by itself.
    ///
    /// @param sql that answers whether it is done
    void until(Duration patience, String sql) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (!jdbc().sql(sql).query(Boolean.class).single()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + patience + ": " + sql);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}

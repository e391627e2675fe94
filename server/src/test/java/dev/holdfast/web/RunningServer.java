package dev.holdfast.web;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.holdfast.HandClock;
import dev.holdfast.Holdfast;
import dev.holdfast.TestDatabase;
import dev.holdfast.community.answer.PromisesNow;
import dev.holdfast.community.news.NewsNow;
import dev.holdfast.community.spec.AskNow;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.launch.Advance;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.SweepNow;
import dev.holdfast.launch.lobby.RoomNow;
import dev.holdfast.launch.review.HoldNow;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.personal.PersonalData;
import dev.holdfast.member.phone.TwilioTwin;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.supply.SeatTaken;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The whole application on a real database and over real HTTP, with a clock that stands where a test puts it.
///
/// Test classes share one (`@ExtendWith(RunningServer.Shared.class)` and a parameter of this type), because starting it
/// costs more than all their requests. They keep out of each other's way by opening launches of their own ([Opening]);
/// each test begins at [#START].
public final class RunningServer implements AutoCloseable {
    static final String TOKEN_SECRET = "a secret of the tests, 32 bytes long";
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String EVENTS = "/api/v1/payments/sandbox/events";

    /// A Friday at noon, at the end of a year of 53 weeks.
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final HandClock clock;
    private final TestDatabase database;
    private final TwilioTwin texts = new TwilioTwin();
    private final ConfigurableApplicationContext context;
    private final OpenApi document = OpenApi.read();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    RunningServer() {
        this(Map.of());
    }

    /// @param more settings, as an operator would give them
    RunningServer(Map<String, Object> more) {
        this(new HandClock(START), TestDatabase.fresh(), more);
    }

    private RunningServer(HandClock clock, TestDatabase database, Map<String, Object> more) {
        this.clock = clock;
        this.database = database;
        this.context = start(more);
    }

    /// One more instance on the same database, under the same clock.
    RunningServer another() {
        return new RunningServer(clock, database, Map.of());
    }

    private ConfigurableApplicationContext start(Map<String, Object> more) {
        Map<String, Object> properties = Map.of(
                "server.port",
                0,
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "holdfast.jwt-secret",
                TOKEN_SECRET,
                "holdfast.sandbox-webhook-secret",
                WEBHOOK_SECRET,
                "holdfast.sandbox-mischief",
                "none",
                // Off by default; on, so that what anybody may look at can be asked too often.
                "holdfast.limit-polls",
                "500, 10/s");
        SpringApplication application = new SpringApplication(Holdfast.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> {
            starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
            starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("texts", texts.settings()));
            starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more));
            ((GenericApplicationContext) starting)
                    .registerBean("handClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            SeatTaken.shorten((GenericApplicationContext) starting);
        });
        return application.run();
    }

    HandClock clock() {
        return clock;
    }

    OpenApi document() {
        return document;
    }

    /// What comes to telephones.
    TwilioTwin texts() {
        return texts;
    }

    HttpClient http() {
        return http;
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    JdbcClient database() {
        return JdbcClient.create(database.dataSource());
    }

    Call call(String method, String path) {
        return new Call(this, method, path);
    }

    Call get(String path) {
        return call("GET", path);
    }

    Call post(String path) {
        return call("POST", path);
    }

    Call delete(String path) {
        return call("DELETE", path);
    }

    Call put(String path) {
        return call("PUT", path);
    }

    /// A token of this member, an hour long.
    String token(String member, String... roles) {
        Map<String, Object> claims = roles.length == 0
                ? Map.of("sub", member, "exp", clock.instant().getEpochSecond() + 3_600)
                : Map.of(
                        "sub",
                        member,
                        "roles",
                        Arrays.asList(roles),
                        "exp",
                        clock.instant().getEpochSecond() + 3_600);
        return TestTokens.hs256(TOKEN_SECRET, claims);
    }

    /// Delivers a report of the payment provider, signed by the reference library.
    Reply event(String webhook, Map<String, Object> body) {
        return deliver(webhook, clock.instant(), Reply.JSON.writeValueAsString(body), WEBHOOK_SECRET);
    }

    Reply event(Map<String, Object> body) {
        return event("msg-" + UUID.randomUUID(), body);
    }

    Reply deliver(String webhook, Instant sentAt, String body, String secret) {
        try {
            long seconds = sentAt.getEpochSecond();
            return post(EVENTS)
                    .header("webhook-id", webhook)
                    .header("webhook-timestamp", Long.toString(seconds))
                    .header("webhook-signature", new Webhook(secret).sign(webhook, seconds, body))
                    .body("application/json", body)
                    .send();
        } catch (WebhookSigningException | EmptyWebhookSecretException fault) {
            throw new AssertionError("The reference library cannot sign", fault);
        }
    }

    /// Forgets who asked how often. Every test knows the same few fans: what one asked must not count against the next.
    void forgive() {
        context.getBean(Rates.class).forget();
    }

    /// A signed-in browser's cookie.
    String session(String member, String role) {
        return context.getBean(Members.class).open(member, Set.of(role));
    }

    PersonalData personal() {
        return context.getBean(PersonalData.class);
    }

    /// Lets the clock's work be done now rather than within the second in which the server does it by itself.
    void sweep(String slug) {
        SweepNow.sweep(context, slug);
    }

    /// Takes a locked order all the way to its owner.
    void deliver(String order) {
        OrderId id = OrderId.parse(order).orElseThrow();
        List<Advance> steps = Stream.of(OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED)
                .map(state -> new Advance(id, state, "test"))
                .toList();
        context.getBean(Progress.class).advance(id.launch(), steps, "plant");
    }

    /// Lets a locked order come to its owner, and hears of it.
    void handOver(String order) {
        deliver(order);
        AskNow.ask(context);
    }

    /// Lets a waiting room be looked after now rather than within the second.
    void look(String slug) {
        RoomNow.look(context, slug);
    }

    /// Waits until all is worked out of a draw that is known of it.
    void settle(String slug) {
        try {
            RoomNow.settle(context, slug);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    /// Does some rounds of the clock's now rather than within seconds.
    void now(Consumer<ApplicationContext> rounds) {
        rounds.accept(context);
    }

    /// Acts while a planner has something computed.
    void whileAPlannerSits(Runnable act) {
        SeatTaken.during(context, act);
    }

    /// Decides a wish, as an official answer does.
    void decide(String wish) {
        context.getBean(Wishes.class).decide(WishId.parse(wish).orElseThrow(), Decision.ACCEPTED, "operator");
    }

    /// Lets those who care about wishes be told of them now, overdue promises included.
    void tellOfWishes() {
        PromisesNow.look(context);
        NewsNow.tell(context);
    }

    /// Addresses, and the letters to them.
    Mails mails() {
        return context.getBean(Mails.class);
    }

    /// Holds an order for review.
    void hold(String order) {
        HoldNow.hold(context, OrderId.parse(order).orElseThrow());
    }

    /// Every page that can be looked at, such as `/specs/{id}`.
    List<String> pages() {
        return pages(RequestMethod.GET);
    }

    /// Every address to which a form is sent.
    List<String> forms() {
        return pages(RequestMethod.POST);
    }

    private List<String> pages(RequestMethod method) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .toList();
    }

    /// Every route of the server, such as `GET /api/v1/launches/*`.
    List<String> routes() {
        return context
                .getBeansOfType(org.springframework.boot.web.servlet.ServletRegistrationBean.class)
                .values()
                .stream()
                .flatMap(bean -> RouteList.of(bean).stream())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        http.close();
        context.close();
        texts.close();
    }

    /// Starts the server for the first test class that asks, and stops it after the last.
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RunningServer.class;
        }

        @Override
        public RunningServer resolveParameter(ParameterContext parameter, ExtensionContext test) {
            RunningServer server = test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningServer.class))
                    .computeIfAbsent(RunningServer.class, type -> new RunningServer(), RunningServer.class);
            server.clock.set(START);
            server.forgive();
            return server;
        }
    }
}

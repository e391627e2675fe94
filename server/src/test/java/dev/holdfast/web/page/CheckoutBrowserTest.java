package dev.holdfast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.launch.payment.Reading;
import dev.holdfast.launch.payment.RefundRequest;
import dev.holdfast.launch.payment.Refunding;
import dev.holdfast.launch.payment.WebhookHeaders;
import dev.holdfast.web.page.Browser.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The pay button with providers that are other companies. How each speaks to its own is proved beside its own twin.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutBrowserTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final HttpServer elsewhere;
    private final LiveSite site;
    private final Browser browser = new Browser();

    CheckoutBrowserTest() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = "<h1>Another company</h1>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        elsewhere.start();
        var page = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/pay/1");
        var stripe = new Twin("stripe", request -> new Checkout.Redirect(page), true);
        var weChat = new Twin("wechat", request -> code(), true);
        var never = new Twin("sandbox", request -> new Checkout.Refused("never"), false);
        site = new LiveSite(Map.of(), new PaymentProviders(List.of(never, weChat, stripe), true));
    }

    private Checkout code() {
        begun.incrementAndGet();
        return new Checkout.ScanCode("weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
    }

    @BeforeAll
    void open() {
        var soon = Instant.now().minusSeconds(60);
        site.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
        elsewhere.stop(0);
    }

    @ForEveryone
    void aProviderWithAPageIsAnnouncedAndLedTo(Screen screen, Words words, boolean javaScript) {
        var member = "fan-leaving-" + words.tag();
        var order = site.place("car", member, "pro-green");
        var deposit = words.money(order.deposit());
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/orders/" + order.id());
            assertThat(visit.page.locator(".pay button")).hasCount(2);
            visit.press("pay.by.stripe", deposit);
            visit.sees("checkout.leave", "127.0.0.1", deposit);
            if (javaScript) {
                visit.isAccessible();
            }
            visit.press("checkout.go", "127.0.0.1");
            assertThat(visit.page.locator("h1")).hasText("Another company");
            visit.forgive("favicon");
        }
    }

    @ForEveryone
    void aCodeIsShownAndThePageGoesOnWhenItIsPaid(Screen screen, Words words, boolean javaScript) {
        var member = "fan-scanning-" + words.tag();
        var order = site.place("car", member, "pro-green");
        try (var visit = new Visit(browser, site, screen, words, javaScript)) {
            visit.signIn(member);
            visit.go("/orders/" + order.id());
            visit.press("pay.by.wechat", words.money(order.deposit()));
            visit.sees("checkout.scan");
            assertThat(visit.page.locator("svg.code path")).hasCount(1);
            if (javaScript) {
                visit.isAccessible();
            }
            int before = begun.get();
            visit.page.reload();
            assertThat(begun.get()).as("asked for again").isEqualTo(before);
            site.pay(order, "wechat");
            if (!javaScript) {
                visit.press("checkout.paid");
            }
            visit.page.waitForURL(site.address("/orders/" + order.id()) + (javaScript ? "" : "?paying=true"));
            visit.seesState("PLACED");
        }
    }

    @Test
    void anotherMembersCheckoutIsNobodysBusiness() {
        var order = site.place("car", "fan-secretive", "pro-green");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, true)) {
            visit.signIn("fan-curious");
            visit.go("/orders/" + order.id() + "/checkout/wechat");
            visit.sees("problem.404");
            visit.go("/orders/" + order.id() + "/checkout/wechat/paid");
            visit.sees("problem.404");
            visit.forgive("404");
        }
    }

    @Test
    void withoutAWayToPayThereIsNoButtonThatLeadsNowhere() {
        try (var bare = new LiveSite(Map.of(), new PaymentProviders(List.of(), true))) {
            var soon = Instant.now().minusSeconds(60);
            bare.open("car", SampleWorld.definition("Tern One", "燕鸥一号", null, soon), 40, 50);
            var order = bare.place("car", "fan-waiting", "pro-green");
            try (var visit = new Visit(browser, bare, Screen.PHONE, Words.CHINESE, true)) {
                visit.signIn("fan-waiting");
                visit.go("/orders/" + order.id());
                visit.sees("pay.none");
                assertThat(visit.page.locator(".pay button")).hasCount(0);
            }
        }
    }

    /// A provider that begins payments as a test likes.
    private record Twin(String id, Function<PaymentRequest, Checkout> beginning, boolean takesAll)
            implements PaymentProvider {
        @Override
        public boolean takes(Money deposit) {
            return takesAll;
        }

        @Override
        public Checkout begin(PaymentRequest request) {
            return beginning.apply(request);
        }

        @Override
        public Refunding refund(RefundRequest request) {
            return new Refunding.Accepted();
        }

        @Override
        public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
            return new Reading.Ignored("no report comes this way");
        }
    }
}

package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.launch.payment.PledgeRule;
import dev.holdfast.launch.payment.Reading;
import dev.holdfast.launch.payment.RefundRequest;
import dev.holdfast.launch.payment.Refunding;
import dev.holdfast.launch.payment.WebhookHeaders;
import dev.holdfast.web.page.Browser.Screen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The till with pledges: where a provider knows promises one is asked for, and where it does not the button says so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PledgeCheckoutTest {
    private static final PledgeRule PROMISES = new PledgeRule.Authorise(
            Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(1), PledgeRule.AtEnd.RENEW);

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final LiveSite site = new LiveSite(
            Map.of(),
            new PaymentProviders(
                    List.of(
                            new Twin("wechat", new PledgeRule.ChargeAndRefund(), begun),
                            new Twin("stripe", PROMISES, begun)),
                    true));
    private final Browser browser = new Browser();

    @BeforeAll
    void open() {
        site.launch().define("lantern", definition(), "operator-1");
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    private static LaunchDefinition definition() {
        var campaign = new Campaign(
                Funding.ALL_OR_NOTHING,
                1_000_000,
                List.of(),
                List.of(),
                List.of(),
                Duration.ofDays(7),
                null,
                null,
                List.of(),
                null);
        var end = Instant.now().plus(Duration.ofHours(75));
        return new LaunchDefinition(
                        Map.of("en", "Lantern"),
                        end.minus(Duration.ofDays(4)),
                        null,
                        end,
                        ZoneOffset.UTC,
                        "CNY",
                        2,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(new Offer("normal", Map.of("en", "Standard"), 39_900, 39_900)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign));
    }

    @Test
    void aPromiseIsAskedForAndAnotherOncePromisedMoneyIsLost() {
        Order order = site.place("lantern", "backer", "normal");
        try (var visit = new Visit(browser, site, Screen.DESK, Words.ENGLISH, false)) {
            var money = visit.words.money(order.deposit());
            visit.signIn("backer");
            visit.go("/orders/" + order.id());
            visit.press("pledge.by.stripe", money);
            visit.sees("checkout.leave", "checkout.example", money);
            assertThat(begun).contains("pledge stripe 0");
            report(Kind.AUTHORISED, order);
            report(Kind.VOIDED, order);
            visit.go("/orders/" + order.id());
            visit.sees("pledge.money.MENDING");
            visit.press("pledge.by.stripe", money);
            assertThat(begun).contains("pledge stripe 1").doesNotContain("begin stripe 0", "begin stripe 1");
        }
    }

    @Test
    void whoChargesAtOnceSaysSoOnTheButton() {
        Order order = site.place("lantern", "charged", "normal");
        try (var visit = new Visit(browser, site, Screen.PHONE, Words.CHINESE, false)) {
            visit.signIn("charged");
            visit.go("/orders/" + order.id());
            visit.press("pledge.by.wechat", visit.words.money(order.deposit()));
            assertThat(begun).contains("begin wechat 0");
        }
    }

    private void report(Kind kind, Order order) {
        site.launch()
                .receive(
                        "stripe",
                        new PaymentEvent(
                                kind + "-1",
                                kind,
                                order.id().toString(),
                                "pi_1",
                                order.deposit().amount(),
                                order.deposit().currency()));
    }

    /// A provider that leads elsewhere and notes what it was asked for.
    private record Twin(String id, PledgeRule pledges, List<String> begun) implements PaymentProvider {
        @Override
        public Checkout begin(PaymentRequest request) {
            return asked("begin", request);
        }

        @Override
        public Checkout pledge(PaymentRequest request) {
            return pledges instanceof PledgeRule.Authorise ? asked("pledge", request) : begin(request);
        }

        private Checkout asked(String what, PaymentRequest request) {
            begun.add(what + " " + id + " " + request.attempt());
            return new Checkout.Redirect(URI.create("https://checkout.example/" + begun.size()));
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

package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.member.mail.Site;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Begins payments with the providers that a launch may use.
final class Till {
    /// A page that waits for the fan to pay is loaded again and again; its checkout need not be asked for each time.
    /// Providers keep theirs open for hours.
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final int MAX_KEPT = 10_000;

    private final PaymentProviders providers;
    private final Campaigns campaigns;
    private final Set<String> sampleLaunches;
    private final Site site;
    private final Cache<Asked, Checkout> begun =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    /// @param attempt 0 at first; another card is another payment
    private record Asked(String provider, OrderId order, Money deposit, String description, int attempt) {}

    Till(PaymentProviders providers, Campaigns campaigns, Set<String> sampleLaunches, Site site) {
        this.campaigns = campaigns;
        this.providers = providers;
        this.sampleLaunches = Set.copyOf(sampleLaunches);
        this.site = site;
    }

    /// Whether there is something to pay: a hold, or a pledge whose money the bank refused.
    boolean payable(Order order) {
        return order.state() == OrderState.HELD
                || campaigns
                        .find(order)
                        .filter(pledge -> pledge.money() == PledgeMoney.MENDING)
                        .isPresent();
    }

    /// The providers with which this order can be paid, by their names.
    List<String> ways(Order order) {
        return ways(order.launch(), order.deposit());
    }

    /// The providers with which this much can be paid in a launch, by their names.
    List<String> ways(String launch, Money amount) {
        return offered(launch, amount).map(PaymentProvider::id).toList();
    }

    Checkout begin(Order order, String way, String description) {
        return offered(order.launch(), order.deposit())
                .filter(provider -> provider.id().equals(way))
                .findFirst()
                .map(provider -> begin(provider, order, description))
                .orElseGet(() -> notWith(way));
    }

    /// What is left of an order rather than its deposit.
    Checkout begin(String launch, String way, PaymentRequest request) {
        return offered(launch, request.deposit())
                .filter(provider -> provider.id().equals(way))
                .findFirst()
                .map(provider -> once(
                        new Asked(way, request.order(), request.deposit(), request.description(), request.attempt()),
                        () -> provider.begin(request)))
                .orElseGet(() -> notWith(way));
    }

    private static Checkout notWith(String way) {
        return new Checkout.Refused("this order cannot be paid with '" + way + "'");
    }

    private Stream<PaymentProvider> offered(String launch, Money amount) {
        return providers.offered(sampleLaunches.contains(launch)).stream().filter(provider -> provider.takes(amount));
    }

    private Checkout begin(PaymentProvider provider, Order order, String description) {
        var pledge = campaigns.find(order).orElse(null);
        // Each time another payment: the card before was refused, or its promise died.
        int attempt = pledge == null ? 0 : pledge.attempts();
        var asked = new Asked(provider.id(), order.id(), order.deposit(), description, attempt);
        var returnTo = site.address().resolve(returnTo(order.id()));
        var request = new PaymentRequest(
                order.id(), order.deposit(), description, order.payBefore(), returnTo, null, attempt);
        // Promised before the campaign's end, charged after it.
        boolean promised = pledge != null && !pledge.late();
        return once(asked, () -> promised ? provider.pledge(request) : provider.begin(request));
    }

    private Checkout once(Asked asked, Supplier<Checkout> beginning) {
        var known = begun.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        var checkout = beginning.get();
        if (isElsewhere(checkout)) {
            begun.put(asked, checkout);
        }
        return checkout;
    }

    private static boolean isElsewhere(Checkout checkout) {
        return switch (checkout) {
            case Checkout.ScanCode code -> true;
            case Checkout.Redirect redirect -> redirect.address().isAbsolute();
            case Checkout.WeChatBridge bridge -> false;
            case Checkout.Refused refused -> false;
            case Checkout.Unreachable unreachable -> false;
        };
    }

    /// Where the fan comes back to: the provider's word may take a moment longer than the fan.
    static String returnTo(OrderId order) {
        return "/orders/" + order + "?paying=true";
    }
}

package dev.holdfast.web;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.BalanceDesk;
import dev.holdfast.delivery.balance.BalanceTerms;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.balance.Buyer;
import dev.holdfast.delivery.balance.Credits;
import dev.holdfast.delivery.balance.Credits.Credit;
import dev.holdfast.delivery.balance.Entry;
import dev.holdfast.delivery.balance.Refund;
import dev.holdfast.delivery.balance.TaxDesk;
import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What is left to pay: for its member, and for those who run the launch.
final class BalanceDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Balances balances;
    private final BalanceTerms terms;
    private final BalanceDesk desk;
    private final Credits credits;
    private final TaxDesk tax;
    private final Doorkeeper doorkeeper;

    BalanceDoor(
            Balances balances,
            BalanceTerms terms,
            BalanceDesk desk,
            Credits credits,
            TaxDesk tax,
            Doorkeeper doorkeeper) {
        this.balances = balances;
        this.terms = terms;
        this.desk = desk;
        this.credits = credits;
        this.tax = tax;
        this.doorkeeper = doorkeeper;
    }

    private record BuyerRequest(
            @Nullable String name,
            @Nullable String taxNumber,
            @Nullable String address) {}

    private record CreditRequest(
            Credit.@Nullable Kind kind,
            @Nullable String source,
            SettlementDoor.@Nullable AmountRequest amount,
            @Nullable String detail) {}

    private record WithdrawRequest(
            Credit.@Nullable Kind kind, @Nullable String source) {}

    private record SentRequest(@Nullable String reference) {}

    void addTo(Routes routes) {
        routes.add("GET", "orders/*/balance", this::look)
                .add("PUT", "orders/*/balance/buyer", this::buyer)
                .add("GET", "operator/launches/*/balance-terms", this::terms)
                .add("PUT", "operator/launches/*/balance-terms", this::putTerms)
                .add("GET", "operator/launches/*/balances", this::page)
                .add("POST", "operator/orders/*/balance/credits", this::credit)
                .add("POST", "operator/orders/*/balance/credits/withdraw", this::withdraw)
                .add("GET", "operator/orders/*/balance/ledger", this::entries)
                .add("GET", "operator/balance-refunds", this::refunds)
                .add("POST", "operator/balance-refunds/*/sent", this::sent)
                .add("GET", "operator/balance-ledger", this::ledger)
                .add("GET", "operator/tax-requests", this::taxRequests);
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, balances.look(FanDoor.order(exchange), asking.asker()));
    }

    private void buyer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        BuyerRequest wish = Json.read(exchange.body(MAX_BODY), BuyerRequest.class);
        Buyer buyer = new Buyer(text(wish.name()), text(wish.taxNumber()), text(wish.address()));
        write(exchange, balances.buyer(order, buyer, asking.asker()));
    }

    private void write(Exchange exchange, Balance balance) throws IOException {
        Terms ours = balances.terms(balance.order()).orElseThrow();
        exchange.json(200, Json.object(json -> BalanceJson.write(json, balance, ours)));
    }

    private void terms(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Terms found = terms.of(exchange.name(0))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_balance",
                        "Launch '" + exchange.name(0) + "' takes no balances: nobody stated how they are paid."));
        exchange.json(200, Json.object(json -> BalanceJson.write(json, found)));
    }

    private void putTerms(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Terms wish =
                Json.read(exchange.body(MAX_BODY), BalanceTermsRequest.class).terms();
        Terms put = terms.put(exchange.name(0), wish, asking.member());
        exchange.json(200, Json.object(json -> BalanceJson.write(json, put)));
    }

    private void page(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Balance.State state = choice(exchange, Balance.State.class);
        long after = after(exchange);
        int limit = limit(exchange);
        List<Balance> page = desk.page(exchange.name(0), state, after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("balances");
            page.forEach(balance -> BalanceJson.inList(json, balance));
            json.writeEndArray();
            next(json, page, limit, Balance::number);
        }));
    }

    private void credit(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        CreditRequest wish = Json.read(exchange.body(MAX_BODY), CreditRequest.class);
        Credit credit = new Credit(
                kind(wish.kind()), text(wish.source()), SettlementDoor.amount(wish.amount()), text(wish.detail()));
        write(exchange, credits.take(order, credit, asking.member()));
    }

    private void withdraw(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        OrderId order = FanDoor.order(exchange);
        WithdrawRequest wish = Json.read(exchange.body(MAX_BODY), WithdrawRequest.class);
        write(exchange, credits.withdraw(order, kind(wish.kind()), text(wish.source()), asking.member()));
    }

    private static Credit.Kind kind(Credit.@Nullable Kind kind) {
        if (kind == null) {
            throw Json.invalid(new Fault("kind", null, "is required: subsidy, points or other_credit"));
        }
        return kind;
    }

    private void entries(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Entry> entries = desk.ledger(FanDoor.order(exchange));
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("entries");
            entries.forEach(entry -> BalanceJson.write(json, entry));
            json.writeEndArray();
        }));
    }

    private void refunds(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = limit(exchange);
        List<Refund> page = desk.refunds(after(exchange), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("refunds");
            page.forEach(refund -> BalanceJson.write(json, refund));
            json.writeEndArray();
            next(json, page, limit, Refund::number);
        }));
    }

    private void sent(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        SentRequest wish = Json.read(exchange.body(MAX_BODY), SentRequest.class);
        Refund refund = desk.sent(number(exchange.name(0)), text(wish.reference()), asking.member());
        exchange.json(200, Json.write(json -> BalanceJson.write(json, refund)));
    }

    private void ledger(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<BalanceDesk.Standing> accounts = desk.accounts();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("accounts");
            for (BalanceDesk.Standing one : accounts) {
                json.writeStartObject();
                json.writeStringProperty("account", one.account());
                json.writeNumberProperty("balance", one.balance().amount());
                json.writeStringProperty("currency", one.balance().currency());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void taxRequests(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = limit(exchange);
        List<TaxRequest> page = tax.requests(after(exchange), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("requests");
            page.forEach(request -> BalanceJson.write(json, request));
            json.writeEndArray();
            next(json, page, limit, TaxRequest::number);
        }));
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static long after(Exchange exchange) {
        return exchange.number("after", 0, 0, Long.MAX_VALUE);
    }

    static int limit(Exchange exchange) {
        return (int) exchange.number("limit", PAGE, 1, BalanceDesk.MAX_PAGE);
    }

    /// A number that is none names nothing that there ever was.
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /// One of the words of an enum, in small letters; null: none was asked for.
    static <E extends Enum<E>> @Nullable E choice(Exchange exchange, Class<E> type) {
        String text = exchange.parameter("state");
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_parameter",
                        "'state' is '" + text + "' and must be one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }

    static <T> void next(JsonGenerator json, List<T> page, int limit, ToLongFunction<T> number) {
        if (page.size() < limit) {
            json.writeNullProperty("next");
        } else {
            json.writeNumberProperty("next", number.applyAsLong(page.getLast()));
        }
    }
}

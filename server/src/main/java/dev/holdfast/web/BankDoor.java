package dev.holdfast.web;

import dev.holdfast.delivery.balance.BankLine;
import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.delivery.balance.Lenders.Confirmation;
import dev.holdfast.delivery.balance.Lenders.Confirmed;
import dev.holdfast.delivery.balance.Lenders.Loan;
import dev.holdfast.delivery.balance.Statements;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What banks and lenders say of balances.
final class BankDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final Statements statements;
    private final Lenders lenders;
    private final Doorkeeper doorkeeper;

    BankDoor(Statements statements, Lenders lenders, Doorkeeper doorkeeper) {
        this.statements = statements;
        this.lenders = lenders;
        this.doorkeeper = doorkeeper;
    }

    private record AssignRequest(@Nullable String to) {}

    private record ReturnRequest(@Nullable String reference) {}

    private record ConfirmationRequest(
            @Nullable String lender,
            @Nullable String reference,
            @Nullable String confirmation,
            SettlementDoor.@Nullable AmountRequest amount,
            @Nullable String signedBy) {}

    private record WithdrawRequest(
            @Nullable String lender, @Nullable String confirmation) {}

    void addTo(Routes routes) {
        routes.add("POST", "operator/statements", this::tell)
                .add("GET", "operator/statement-lines", this::lines)
                .add("POST", "operator/statement-lines/*/assign", this::assign)
                .add("POST", "operator/statement-lines/*/return", this::giveBack)
                .add("GET", "lender/confirmations", this::loans)
                .add("POST", "lender/confirmations", this::confirm)
                .add("POST", "lender/confirmations/withdraw", this::withdraw);
    }

    private void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        byte[] file = exchange.body(Statements.MAX_FILE_BYTES);
        Statements.Told told =
                statements.tell(file, MasterDoor.isCsv(exchange.header("Content-Type")), asking.member());
        replayed(exchange, told.replayed());
        exchange.json(200, Json.object(json -> BalanceJson.write(json, told)));
    }

    private void lines(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = BalanceDoor.limit(exchange);
        List<BankLine> page = statements.lines(
                BalanceDoor.choice(exchange, BankLine.State.class), BalanceDoor.after(exchange), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("lines");
            page.forEach(line -> BalanceJson.write(json, line));
            json.writeEndArray();
            BalanceDoor.next(json, page, limit, BankLine::number);
        }));
    }

    private void assign(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        AssignRequest wish = Json.read(exchange.body(MAX_BODY), AssignRequest.class);
        BankLine line = statements.assign(
                BalanceDoor.number(exchange.name(0)), FanDoor.required("to", wish.to()), asking.member());
        exchange.json(200, Json.write(json -> BalanceJson.write(json, line)));
    }

    private void giveBack(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ReturnRequest wish = Json.read(exchange.body(MAX_BODY), ReturnRequest.class);
        BankLine line = statements.giveBack(
                BalanceDoor.number(exchange.name(0)), BalanceDoor.text(wish.reference()), asking.member());
        exchange.json(200, Json.write(json -> BalanceJson.write(json, line)));
    }

    private void loans(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PARTNER, Asking.OPERATOR);
        int limit = BalanceDoor.limit(exchange);
        long before = exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        List<Loan> page = lenders.loans(whose(asking, exchange.parameter("lender")), before, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("confirmations");
            page.forEach(loan -> BalanceJson.write(json, loan));
            json.writeEndArray();
            BalanceDoor.next(json, page, limit, loan -> loan.payment().number());
        }));
    }

    /// A lender sees what it confirmed itself; an operator all, or whose they name.
    private static @Nullable String whose(Asking asking, @Nullable String named) {
        if (!asking.is(Asking.OPERATOR)) {
            return asking.member();
        }
        return named == null || named.isBlank() ? null : named.strip();
    }

    private void confirm(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PARTNER, Asking.OPERATOR);
        ConfirmationRequest wish = Json.read(exchange.body(MAX_BODY), ConfirmationRequest.class);
        Confirmed confirmed = lenders.confirm(new Confirmation(
                lender(asking, wish.lender()),
                BalanceDoor.text(wish.reference()),
                BalanceDoor.text(wish.confirmation()),
                SettlementDoor.amount(wish.amount()),
                BalanceDoor.text(wish.signedBy())));
        replayed(exchange, confirmed.replayed());
        exchange.json(200, Json.object(json -> BalanceJson.write(json, confirmed)));
    }

    private void withdraw(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PARTNER, Asking.OPERATOR);
        WithdrawRequest wish = Json.read(exchange.body(MAX_BODY), WithdrawRequest.class);
        Confirmed confirmed =
                lenders.withdraw(lender(asking, wish.lender()), BalanceDoor.text(wish.confirmation()), asking.member());
        replayed(exchange, confirmed.replayed());
        exchange.json(200, Json.object(json -> BalanceJson.write(json, confirmed)));
    }

    /// A lender speaks for itself alone, whatever it says; an operator for whom they name.
    private static String lender(Asking asking, @Nullable String named) {
        return asking.is(Asking.OPERATOR) && named != null && !named.isBlank() ? named : asking.member();
    }

    private static void replayed(Exchange exchange, boolean replayed) {
        if (replayed) {
            exchange.response().setHeader("Idempotent-Replay", "true");
        }
    }
}

package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Balances, in every way that the document speaks of.
final class BalanceTour {
    private static final String NO_ORDER = "/api/v1/orders/00000040-0000-8001-9c4e-52a1b0de7f10/balance";
    private static final String LARGE = " ".repeat(20_000);

    private final RunningServer server;
    private final BalanceLaunch launch;

    BalanceTour(RunningServer server) {
        this.server = server;
        this.launch = new BalanceLaunch(server);
    }

    void walk() {
        String early = launch.opening.locked("early", "pro");
        launch.balance(early).refused(409, "no_balance");
        server.get(launch.path("/balance-terms")).byOperator().send().refused(404, "unknown_balance");
        server.put("/api/v1/orders/" + early + "/balance/buyer")
                .by("early")
                .json(Map.of())
                .send()
                .refused(409, "no_balance");
        launch.start().is(200);
        server.get(launch.path("/balance-terms")).byOperator().send().is(200);
        String order = launch.opening.locked("payer", "pro");
        launch.balance(order).is(200);
        launch.balance(early).is(200);
        termsThatAreWorse();
        page();
        buyer(order);
        credits(order);
        lenders(order);
        statements(order, early);
        refunds(order);
        String ledger = "/balance/ledger";
        server.get("/api/v1/operator/orders/" + order + ledger)
                .byOperator()
                .send()
                .is(200);
        server.get("/api/v1/operator/orders/none" + ledger).byOperator().send().refused(404, "unknown_order");
        server.get("/api/v1/operator/balance-ledger").byOperator().send().is(200);
        server.get("/api/v1/operator/tax-requests").byOperator().send().is(200);
        server.get("/api/v1/operator/tax-requests?limit=0").byOperator().send().refused(422, "invalid_parameter");
        ended();
        gate();
    }

    /// Nobody begins to hand over what is not paid.
    private void gate() {
        SlotLaunch bay = new SlotLaunch(server, "tour-till");
        bay.staff("till-porter");
        String order = bay.arrived("owner");
        launch.put(bay.operatorPath("/balance-terms"), BalanceLaunch.terms(List.of()))
                .is(200);
        String desk = "/api/v1/store/handovers/" + order;
        String where = "?place=" + bay.centre + "&serial=" + bay.serial("owner");
        server.post(desk)
                .by("till-porter", "store")
                .json(Map.of(
                        "place", bay.centre,
                        "serial", bay.serial("owner"),
                        "said", List.of(bay.said("done", "", null))))
                .send()
                .refused(409, "balance_not_settled");
        server.put(desk + "/photos/" + UUID.randomUUID() + where + "&at="
                        + server.clock().instant())
                .by("till-porter", "store")
                .body("image/png", "photo")
                .send()
                .refused(409, "balance_not_settled");
        handedOver(bay, order);
    }

    /// What was credited before a hand-over is not taken back after it.
    private void handedOver(SlotLaunch bay, String order) {
        String credits = "/api/v1/operator/orders/" + order + "/balance/credits";
        launch.post(credits, BalanceLaunch.credit("subsidy", "decree 7", 100)).is(200);
        Reply balance = launch.balance(order);
        launch.lend(requireNonNull(balance.at("/reference")), "L-9", balance.number("/left/amount"))
                .is(200);
        server.put(bay.operatorPath("/checklist"))
                .byOperator()
                .body("text/csv", "point,nameEn,nameZh,needed\npaint,Paint,漆,false\n")
                .send()
                .is(200);
        server.post("/api/v1/store/handovers/" + order)
                .by("till-porter", "store")
                .json(Map.of(
                        "place", bay.centre,
                        "serial", bay.serial("owner"),
                        "said", List.of(bay.said("signature", "", null), bay.said("done", "", null))))
                .send()
                .is(200);
        launch.post(credits + "/withdraw", Map.of("kind", "subsidy", "source", "decree 7"))
                .refused(409, "credit_binding");
    }

    private void termsThatAreWorse() {
        String terms = launch.path("/balance-terms");
        launch.start(List.of(BalanceLaunch.yearEnd("member"))).refused(409, "year_end_worse");
        refuseBodies(terms, "PUT");
        launch.put(terms, Map.of("seller", Map.of())).refused(422, "invalid_request");
        server.get("/api/v1/operator/launches/nowhere/balance-terms")
                .byOperator()
                .send()
                .refused(404, "unknown_launch");
        launch.put("/api/v1/operator/launches/nowhere/balance-terms", BalanceLaunch.terms(List.of()))
                .refused(404, "unknown_launch");
    }

    private void page() {
        server.get(launch.path("/balances?state=open&limit=1"))
                .byOperator()
                .send()
                .is(200);
        server.get(launch.path("/balances?state=closed")).byOperator().send().refused(422, "invalid_parameter");
        server.get("/api/v1/operator/launches/nowhere/balances")
                .byOperator()
                .send()
                .refused(404, "unknown_launch");
    }

    private void buyer(String order) {
        String path = "/api/v1/orders/" + order + "/balance/buyer";
        server.put(path).by("payer").json(Map.of("name", "Payer & Co")).send().is(200);
        server.put(path)
                .by("payer")
                .json(Map.of("name", "x".repeat(300)))
                .send()
                .refused(422, "invalid_request");
        refuseBodies(path, "PUT");
        server.get(NO_ORDER).by("payer").send().refused(404, "unknown_order");
        server.put(NO_ORDER + "/buyer").by("payer").json(Map.of()).send().refused(404, "unknown_order");
    }

    private void credits(String order) {
        String path = "/api/v1/operator/orders/" + order + "/balance/credits";
        launch.post(path, BalanceLaunch.credit("subsidy", "decree 7", 100)).is(200);
        launch.post(path, BalanceLaunch.credit("subsidy", "decree 7", 99)).refused(409, "credit_differs");
        launch.post(path, BalanceLaunch.credit("points", "all", 99_000_000)).refused(409, "credit_exceeds_balance");
        launch.post(path, BalanceLaunch.credit("points", "", 1)).refused(422, "invalid_request");
        String nobody = NO_ORDER.replace("/orders/", "/operator/orders/") + "/credits";
        launch.post(nobody, BalanceLaunch.credit("points", "none", 1)).refused(409, "no_balance");
        launch.post("/api/v1/operator/orders/none/balance/credits", BalanceLaunch.credit("points", "none", 1))
                .refused(404, "unknown_order");
        refuseBodies(path, "POST");
        Map<String, Object> decree = Map.of("kind", "subsidy", "source", "decree 7");
        launch.post(path + "/withdraw", decree).is(200);
        launch.post(path + "/withdraw", Map.of("kind", "points", "source", "decree 7"))
                .refused(404, "unknown_credit");
        launch.post(path + "/withdraw", Map.of("source", "decree 7")).refused(422, "invalid_request");
        launch.post(nobody + "/withdraw", decree).refused(409, "no_balance");
        launch.post("/api/v1/operator/orders/none/balance/credits/withdraw", decree)
                .refused(404, "unknown_order");
        refuseBodies(path + "/withdraw", "POST");
    }

    private void lenders(String order) {
        String path = "/api/v1/lender/confirmations";
        String reference = requireNonNull(launch.balance(order).at("/reference"));
        launch.lend(reference, "L-1", 1_000).is(200);
        launch.lend(reference, "L-1", 1_000).is(200);
        launch.lend(reference, "L-1", 999).refused(409, "confirmation_known");
        launch.lend(reference, "L-2", 99_000_000).refused(409, "confirmation_exceeds_balance");
        launch.lend(reference, "", 1).refused(422, "invalid_request");
        launch.lend("RF00", "L-3", 1).refused(404, "unknown_balance");
        refuseBodies(path, "POST");
        withdraw("L-1").is(200);
        withdraw("L-1").is(200);
        server.get(path + "?lender=larch-loans&limit=1").byOperator().send().is(200);
        server.get(path).by("larch-loans", "partner").send().is(200);
        server.get(path + "?before=0").byOperator().send().refused(422, "invalid_parameter");
        withdraw("L-9").refused(404, "unknown_confirmation");
        refuseBodies(path + "/withdraw", "POST");
        server.post(path + "/withdraw")
                .byOperator()
                .json(Map.of("confirmation", List.of()))
                .send()
                .refused(422, "invalid_request");
    }

    private Reply withdraw(String number) {
        return server.post("/api/v1/lender/confirmations/withdraw")
                .by("larch-loans", "partner")
                .json(Map.of("confirmation", number))
                .send();
    }

    private void statements(String order, String early) {
        String path = "/api/v1/operator/statements";
        launch.tell("text/csv", launch.csv("car " + UUID.randomUUID(), "7.00", "stranger", "8.00"))
                .is(200);
        launch.tell("application/xml", "<a/>").refused(422, "invalid_statement");
        launch.tell("text/csv", "account\n").refused(422, "invalid_statement");
        launch.tell("text/csv", " ".repeat(33 * 1024 * 1024)).refused(413, "body_too_large");
        Reply lines = server.get("/api/v1/operator/statement-lines")
                .byOperator()
                .send()
                .is(200);
        server.get("/api/v1/operator/statement-lines?state=lost")
                .byOperator()
                .send()
                .refused(422, "invalid_parameter");
        String one = "/api/v1/operator/statement-lines/" + lines.at("/lines/0/number");
        String other = "/api/v1/operator/statement-lines/" + lines.at("/lines/1/number");
        refuseBodies(one + "/assign", "POST");
        refuseBodies(one + "/return", "POST");
        launch.post(one + "/assign", Map.of("to", "nobody")).refused(404, "unknown_balance");
        launch.post(one + "/assign", Map.of()).refused(422, "invalid_request");
        launch.post(one + "/assign", Map.of("to", order)).is(200);
        launch.post(one + "/assign", Map.of("to", early)).refused(409, "bank_line_decided");
        launch.post(one + "/return", Map.of("reference", "sent 1")).refused(409, "bank_line_decided");
        launch.post(other + "/return", Map.of("reference", "")).refused(422, "invalid_request");
        launch.post(other + "/return", Map.of("reference", "sent 1")).is(200);
        otherCurrency(order);
        String none = "/api/v1/operator/statement-lines/0";
        launch.post(none + "/assign", Map.of("to", order)).refused(404, "unknown_bank_line");
        launch.post(none + "/return", Map.of("reference", "sent")).refused(404, "unknown_bank_line");
        server.post(path).by("payer").send().refused(403, "wrong_role");
    }

    private void otherCurrency(String order) {
        String file = "account,date,amount,currency,text\nDE02,2026-11-20,9.00,EUR,euros " + order + "\n";
        launch.tell("text/csv", file).is(200);
        Reply lines = server.get("/api/v1/operator/statement-lines?state=look")
                .byOperator()
                .send()
                .is(200);
        String euros = "/api/v1/operator/statement-lines/" + lines.at("/lines/0/number");
        launch.post(euros + "/assign", Map.of("to", order)).refused(409, "other_currency");
        launch.post(euros + "/return", Map.of("reference", "sent euros")).is(200);
    }

    private void refunds(String order) {
        long left = launch.balance(order).number("/left/amount");
        launch.tell(
                        "text/csv",
                        launch.csv(
                                "too much " + order,
                                BalanceLaunch.decimal(left + 50),
                                "far too little " + order,
                                "1.00"))
                .is(200);
        Reply lines = server.get("/api/v1/operator/statement-lines?state=look")
                .byOperator()
                .send();
        String one = "/api/v1/operator/statement-lines/" + lines.at("/lines/0/number");
        launch.post(one + "/assign", Map.of("to", order)).is(200);
        Reply refunds = server.get("/api/v1/operator/balance-refunds")
                .byOperator()
                .send()
                .is(200);
        server.get("/api/v1/operator/balance-refunds?after=x")
                .byOperator()
                .send()
                .refused(422, "invalid_parameter");
        String sent = "/api/v1/operator/balance-refunds/" + refunds.at("/refunds/0/number") + "/sent";
        refuseBodies(sent, "POST");
        launch.post(sent, Map.of()).refused(422, "invalid_request");
        launch.post(sent, Map.of("reference", "sent 2")).is(200);
        launch.post(sent, Map.of("reference", "sent 3")).refused(409, "refund_not_by_hand");
        launch.post("/api/v1/operator/balance-refunds/0/sent", Map.of("reference", "sent"))
                .refused(404, "unknown_refund");
    }

    /// The order is cancelled after the lock, and its deposit is lost; its balance is over.
    private void ended() {
        String order = launch.opening.locked("leaver", "pro");
        String reference = requireNonNull(launch.balance(order).is(200).at("/reference"));
        launch.lend(reference, "L-7", 5).is(200);
        launch.opening.act("leaver", order, "cancel", Map.of("forfeit", true)).is(200);
        launch.balance(order).is(200);
        withdraw("L-7").refused(409, "confirmation_binding");
        launch.lend(reference, "L-8", 5).refused(409, "balance_ended");
        server.put("/api/v1/orders/" + order + "/balance/buyer")
                .by("leaver")
                .json(Map.of())
                .send()
                .refused(409, "balance_ended");
        String credits = "/api/v1/operator/orders/" + order + "/balance/credits";
        launch.post(credits, BalanceLaunch.credit("subsidy", "late", 1)).refused(409, "balance_ended");
        launch.post(credits + "/withdraw", Map.of("kind", "subsidy", "source", "late"))
                .refused(409, "balance_ended");
    }

    private void refuseBodies(String path, String method) {
        Call malformed = method.equals("PUT") ? server.put(path) : server.post(path);
        malformed.byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        Call large = method.equals("PUT") ? server.put(path) : server.post(path);
        large.byOperator().body("application/json", LARGE).send().refused(413, "body_too_large");
    }
}

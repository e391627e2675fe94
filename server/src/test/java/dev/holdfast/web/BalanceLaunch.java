package dev.holdfast.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A launch whose balances are paid here, once it is started.
final class BalanceLaunch {
    final Opening opening;
    private final RunningServer server;

    BalanceLaunch(RunningServer server) {
        this.server = server;
        this.opening = Opening.with(server, "limitPerMember", 9).supplied("pro,2027-01-04,90");
    }

    String path(String rest) {
        return opening.operatorPath(rest);
    }

    Reply start() {
        return start(List.of());
    }

    Reply start(List<Map<String, Object>> yearEnds) {
        return put(path("/balance-terms"), terms(yearEnds));
    }

    static Map<String, Object> terms(List<Map<String, Object>> yearEnds) {
        return Map.of(
                "seller",
                Map.of("name", "Larch Motors", "taxNumber", "91-0", "address", "1 Larch Road"),
                "bank",
                Map.of("name", "Larch Bank", "account", "DE02120300000000202051"),
                "taxRate",
                1_300,
                "yearEnds",
                yearEnds);
    }

    static Map<String, Object> yearEnd(String borneBy) {
        return Map.of("id", "subsidy", "from", "2028-01-01", "amount", 300_000, "borneBy", borneBy);
    }

    static Map<String, Object> credit(String kind, String source, long amount) {
        return Map.of("kind", kind, "source", source, "amount", money(amount));
    }

    static Map<String, Object> money(long amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    /// As banks write amounts.
    static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    Reply put(String path, Object body) {
        return server.put(path).byOperator().json(body).send();
    }

    Reply post(String path, Object body) {
        return server.post(path).byOperator().json(body).send();
    }

    Reply balance(String order) {
        return server.get("/api/v1/orders/" + order + "/balance").byOperator().send();
    }

    Reply lend(String reference, String number, long amount) {
        return server.post("/api/v1/lender/confirmations")
                .by("larch-loans", "partner")
                .json(Map.of(
                        "reference",
                        reference,
                        "confirmation",
                        number,
                        "amount",
                        money(amount),
                        "signedBy",
                        "R. Signer"))
                .send();
    }

    Reply tell(String type, String file) {
        return server.post("/api/v1/operator/statements")
                .byOperator()
                .body(type, file)
                .send();
    }

    /// @param lines each a text and an amount
    String csv(String... lines) {
        StringBuilder file = new StringBuilder("account,date,amount,currency,text\n");
        for (int i = 0; i < lines.length; i += 2) {
            file.append("DE02,2026-11-20,")
                    .append(lines[i + 1])
                    .append(",CNY,")
                    .append(lines[i])
                    .append('\n');
        }
        return file.toString();
    }
}

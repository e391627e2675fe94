package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.kernel.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a request for a tax document says: for people, who need no more of it than this.
///
/// @param serial empty: no unit was named yet
/// @param taxRate in hundredths of a percent
/// @param tax contained in the price, which is `net` without it
record TaxFacts(
        String launch,
        String offer,
        String serial,
        String reference,
        Party seller,
        Party buyer,
        int taxRate,
        Money price,
        Money tax,
        Money net) {
    /// Who stands on the document.
    record Party(String name, String taxNumber, String address) {
        static Party of(JsonNode party) {
            return new Party(
                    party.path("name").asString(""),
                    party.path("taxNumber").asString(""),
                    party.path("address").asString(""));
        }
    }

    static TaxFacts of(TaxRequest request) {
        var facts = JsonMapper.shared().readTree(request.facts());
        var totals = facts.path("totals");
        var currency = facts.path("currency").asString();
        return new TaxFacts(
                facts.path("launch").asString(""),
                facts.path("offer").asString(""),
                facts.path("serial").asString(""),
                facts.path("reference").asString(""),
                Party.of(facts.path("seller")),
                Party.of(facts.path("buyer")),
                facts.path("taxRate").asInt(0),
                new Money(totals.path("price").asLong(0), currency),
                new Money(totals.path("tax").asLong(0), currency),
                new Money(totals.path("net").asLong(0), currency));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.TaxRequest;

/// Requests for tax documents, in words.
record TaxWords(Words words) {
    /// What whoever issues it is to do.
    String kind(TaxRequest request) {
        var other = request.replaces() == null ? "" : words.number(request.replaces());
        return words.say("desk.tax.kind." + request.kind(), other);
    }

    /// Whether it still stands.
    String state(TaxRequest request) {
        if (request.replacedBy() != null) {
            return words.say("desk.tax.followed", words.number(request.replacedBy()));
        }
        return words.say(request.kind() == TaxRequest.Kind.CANCEL ? "desk.tax.void" : "desk.tax.stands");
    }
}

package dev.holdfast.member.rate;

import java.util.Locale;

/// What may be asked only so often, and of whom it is counted. Each has a setting of its name: `HOLDFAST_LIMIT_ORDERS`.
public enum Limit {
    /// All that one fan asks, by the REST interface and on pages. Staff have no limit.
    MEMBER("100, 20/s", "One member may send"),
    /// All that fans ask from one network, and every token that is none.
    NETWORK(Rate.OFF, "One network may send"),
    /// Wishes to order, of one member, taken or refused.
    ORDERS(Rate.OFF, "One member may try to order"),
    /// Ways into a waiting room, of one member.
    LOBBY(Rate.OFF, "One member may enter the waiting room"),
    /// What is asked without a token, from one network: launches, their figures, pages.
    POLLS(Rate.OFF, "One network may look"),
    /// Letters with a link, to one address: nobody's mailbox is filled.
    MAIL_TO_ADDRESS("3, 3/15m", "To one address may be sent"),
    /// Letters with a link, asked for from one network: nobody tries a list of addresses.
    MAIL_FROM_NETWORK("20, 20/h", "From one network may be asked for"),
    /// Codes by text message, for one member or to one number: each costs the operator money.
    CODES("5, 5/h", "One member may ask for"),
    /// Codes by text message, asked for from one network.
    CODES_FROM_NETWORK("20, 20/h", "From one network may be asked for"),
    /// Challenges for passkeys, from one network: each is a row until it is answered or over.
    PASSKEYS("30, 30/m", "From one network may be begun"),
    /// Answers of an issuer that signs people in, from one network: each is a question to the issuer.
    ISSUER("30, 30/m", "From one network may come back");

    private final String normal;
    private final String says;

    Limit(String normal, String says) {
        this.normal = normal;
        this.says = says;
    }

    /// The rate where the operator names none.
    String normal() {
        return normal;
    }

    String says() {
        return says;
    }

    /// The name of its setting among properties.
    public String property() {
        return "holdfast.limit-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
        return "HOLDFAST_LIMIT_" + name();
    }
}

package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.web.network.Networks;
import java.util.List;

/// Lets in who may come in: reads the token, makes the member known, holds the rate.
final class Doorkeeper {
    private final Tokens tokens;
    private final Rates rates;
    private final Networks networks;
    private final Members members;
    private final Mails mails;

    Doorkeeper(Tokens tokens, Rates rates, Networks networks, Members members, Mails mails) {
        this.tokens = tokens;
        this.rates = rates;
        this.networks = networks;
        this.members = members;
        this.mails = mails;
    }

    /// @param roles any one of them lets in
    /// @throws Problem UNAUTHENTICATED, FORBIDDEN or TOO_OFTEN
    Asking admit(Exchange exchange, String... roles) {
        Asking asking = known(exchange);
        if (List.of(roles).stream().noneMatch(asking::is)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "wrong_role",
                    "This needs the role " + String.join(" or ", roles) + "; the token has " + asking.roles() + ".");
        }
        if (asking.onlyFan()) {
            admitNetwork(exchange, Limit.NETWORK);
            rates.admit(Limit.MEMBER, asking.member());
        }
        members.seen(asking.member());
        if (asking.email() != null) {
            mails.claimed(asking.member(), asking.email(), asking.locale());
        }
        return asking;
    }

    /// The same for an act that has a limit of its own.
    Asking admit(Exchange exchange, Limit limit, String role) {
        Asking asking = admit(exchange, role);
        if (asking.onlyFan()) {
            rates.admit(limit, asking.member());
        }
        return asking;
    }

    /// Whether an operator asks; anybody else, with a token or without, is nobody in particular.
    ///
    /// @throws Problem TOO_OFTEN
    boolean operator(Exchange exchange) {
        boolean operator =
                exchange.header("Authorization") != null && known(exchange).is(Asking.OPERATOR);
        if (!operator) {
            admitAnybody(exchange);
        }
        return operator;
    }

    /// From which a request comes.
    String network(Exchange exchange) {
        return networks.of(exchange.request());
    }

    /// @throws Problem TOO_OFTEN
    void admitAnybody(Exchange exchange) {
        admitNetwork(exchange, Limit.POLLS);
    }

    /// A token that does not hold is counted too: finding that out costs as much as answering.
    private Asking known(Exchange exchange) {
        try {
            return tokens.read(exchange.header("Authorization"));
        } catch (Problem stranger) {
            admitNetwork(exchange, Limit.NETWORK);
            throw stranger;
        }
    }

    private void admitNetwork(Exchange exchange, Limit limit) {
        if (rates.holds(limit)) {
            rates.admit(limit, networks.of(exchange.request()));
        }
    }
}

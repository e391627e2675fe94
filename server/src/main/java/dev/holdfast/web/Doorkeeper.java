package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.util.List;

/// Lets in who may come in: reads the token, makes the member known, holds the rate.
final class Doorkeeper {
    private final Tokens tokens;
    private final Rates rates;
    private final Members members;
    private final Mails mails;

    Doorkeeper(Tokens tokens, Rates rates, Members members, Mails mails) {
        this.tokens = tokens;
        this.rates = rates;
        this.members = members;
        this.mails = mails;
    }

    /// @param roles any one of them lets in
    /// @throws Problem UNAUTHENTICATED, FORBIDDEN or TOO_OFTEN
    Asking admit(Exchange exchange, String... roles) {
        Asking asking = tokens.read(exchange.header("Authorization"));
        if (List.of(roles).stream().noneMatch(asking::is)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "wrong_role",
                    "This needs the role " + String.join(" or ", roles) + "; the token has " + asking.roles() + ".");
        }
        rates.admit(asking);
        members.seen(asking.member());
        if (asking.email() != null) {
            mails.claimed(asking.member(), asking.email(), asking.locale());
        }
        return asking;
    }

    /// Whether an operator asks; anybody else, with a token or without, is nobody in particular.
    boolean operator(Exchange exchange) {
        return exchange.header("Authorization") != null
                && tokens.read(exchange.header("Authorization")).is(Asking.OPERATOR);
    }
}

package dev.holdfast.member;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/// How those who run launches let one another in: a link that signs in once, made by one who is in already.
///
/// Not for fans: whoever could make a fan's link could act in that fan's name, and nobody would read it in the trail.
public final class Invitations {
    public static final List<String> ROLES = List.of("operator", "planner", "partner", "store");

    private final Members members;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Invitations(Members members, TransactionTemplate transactions, Clock clock) {
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param link the secret part of the link, told this once
    public record Invitation(String member, String role, String link, Instant expires) {}

    /// Makes a link for a colleague and writes down who made it for whom.
    ///
    /// @throws Problem INVALID with every fault
    public Invitation invite(String member, String role, String operator) {
        var faults = new ArrayList<Fault>();
        try {
            Bearer.of(member, null);
        } catch (IllegalArgumentException unfit) {
            faults.add(new Fault("member", null, "must be 1 to 64 characters without control characters"));
        }
        if (!ROLES.contains(role)) {
            faults.add(new Fault("role", null, "must be operator, planner, partner or store"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_invitation",
                    "No link was made: " + faults.getFirst().where() + " "
                            + faults.getFirst().reason() + ".",
                    faults);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            members.audit(operator, "make_sign_in_link", member, role);
            String link = members.signInLink(member, Set.of(role));
            return new Invitation(member, role, link, clock.instant().plus(Members.LINK_LIFE));
        }));
    }
}

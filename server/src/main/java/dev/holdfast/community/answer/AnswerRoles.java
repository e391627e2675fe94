package dev.holdfast.community.answer;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of the roles in which the brand signs: which there are, and who may sign in which.
///
/// Answers, rounds, suggestions and decisions about stories are all signed, and all ask here. Whoever adds a
/// role signs in it and may name others; what was signed stays signed when they no longer may.
public final class AnswerRoles {
    public static final int MAX_NAME = 80;
    public static final int MAX_MEMBER = 64;

    /// More cannot be told apart in a list.
    static final int MAX_ROLES = 50;

    /// Of one role: more is a department, which needs several roles.
    static final int MAX_SIGNERS = 100;

    private final RoleStore store;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    AnswerRoles(RoleStore store, TransactionTemplate transactions, Members members, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Adds a role, whose first signer the operator is, or gives one another name; what was signed keeps the name
    /// it was signed with.
    ///
    /// @throws Problem INVALID with every fault; FORBIDDEN `not_a_granter`
    public void define(AnswerRole role, String operator) {
        AnswerCheck.refuse(AnswerCheck.faults(role));
        transactions.executeWithoutResult(status -> {
            store.lock();
            List<SigningRole> before = store.all();
            Optional<SigningRole> there = find(before, role.id());
            there.ifPresent(known -> refuseUnlessGranting(known, operator));
            store.put(role, now());
            if (there.isEmpty()) {
                refuseMore("role", before.size() + 1, MAX_ROLES);
                store.grant(new Grant(role.id(), operator, true, true), operator, now());
            }
            members.audit(operator, "define_answer_role", role.id(), role.name().toString());
        });
    }

    public List<AnswerRole> all() {
        return store.all().stream().map(SigningRole::role).toList();
    }

    /// Those in which an operator may sign.
    public List<AnswerRole> of(String operator) {
        return store.all().stream()
                .filter(role -> role.signedBy(operator))
                .map(SigningRole::role)
                .toList();
    }

    public List<SigningRole> withSigners() {
        return store.all();
    }

    /// The role in which an operator is about to sign; empty where there is none such.
    ///
    /// @throws Problem FORBIDDEN `not_a_signer`
    public Optional<AnswerRole> signing(String role, String operator) {
        Optional<SigningRole> known = find(store.all(), role);
        known.filter(found -> !found.signedBy(operator)).ifPresent(found -> {
            throw new Problem(
                    Kind.FORBIDDEN,
                    "not_a_signer",
                    "'" + operator + "' may not sign as '" + role + "'. Maybe one who grants that role names you: "
                            + granting(found) + ".");
        });
        return known.map(SigningRole::role);
    }

    /// Names somebody who signs in a role, or ends it. The first who names others for a role that was everybody's
    /// keeps it for themselves, too.
    ///
    /// @throws Problem INVALID with every fault; FORBIDDEN `not_a_granter`; CONFLICT `last_granter` when nobody
    ///     would be left to name others
    public SigningRole grant(Grant grant, String operator) {
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lock();
            SigningRole before = judged(grant);
            refuseUnlessGranting(before, operator);
            if (before.open() && grant.signs()) {
                store.grant(new Grant(grant.role(), operator, true, true), operator, now());
            }
            if (!grant.signs()) {
                store.revoke(grant.role(), grant.member());
            } else if (!before.open() || !grant.member().equals(operator)) {
                store.grant(grant, operator, now());
            }
            SigningRole after = find(store.all(), grant.role()).orElseThrow();
            refuseNobody(before, after);
            refuseMore("member", after.signers().size(), MAX_SIGNERS);
            members.audit(operator, grant.signs() ? "grant_answer_role" : "end_answer_role", grant.role(), told(grant));
            return after;
        }));
    }

    private SigningRole judged(Grant grant) {
        AnswerCheck.refuse(AnswerCheck.faults(grant));
        return find(store.all(), grant.role())
                .orElseThrow(() -> new Problem(
                        Kind.UNKNOWN, "unknown_answer_role", "There is no role '" + grant.role() + "' that signs."));
    }

    private static String told(Grant grant) {
        return grant.member() + (grant.signs() && grant.grants() ? ", who may name others" : "");
    }

    private static void refuseUnlessGranting(SigningRole role, String operator) {
        if (!role.grantedBy(operator)) {
            throw new Problem(
                    Kind.FORBIDDEN,
                    "not_a_granter",
                    "'" + operator + "' may not say who signs as '"
                            + role.role().id() + "'. Ask one who may: " + granting(role) + ".");
        }
    }

    private static void refuseNobody(SigningRole before, SigningRole after) {
        if (!before.granting().isEmpty() && after.granting().isEmpty()) {
            throw new Problem(
                    Kind.CONFLICT,
                    "last_granter",
                    "Nobody would be left who may say who signs as '"
                            + after.role().id() + "'. Name another one who may, first.");
        }
    }

    private static void refuseMore(String what, int there, int max) {
        if (there > max) {
            AnswerCheck.refuse(
                    List.of(new Fault(what, Integer.toString(there), "is one too many: there may be " + max)));
        }
    }

    private static List<String> granting(SigningRole role) {
        return role.granting().stream().map(Signer::member).toList();
    }

    private static Optional<SigningRole> find(List<SigningRole> all, String id) {
        return all.stream().filter(known -> known.role().id().equals(id)).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package dev.holdfast.delivery.network;

import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// What those who work in a store do for a fan. A store proposes an order; the fan confirms it on their own
/// phone and thereby places it, with their own token, in the same line and under the same checks as
/// everybody.
public final class StoreDesk {
    /// As long as a fan stands at the counter.
    static final Duration PROPOSAL_LIFE = Duration.ofMinutes(15);

    private static final int CODE_LENGTH = 10;
    private static final String CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Network network;
    private final ProposalStore proposals;
    private final StaffStore staff;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final RandomGenerator random;
    private final InstantSource clock;

    StoreDesk(
            Network network,
            ProposalStore proposals,
            StaffStore staff,
            Launch launch,
            TransactionTemplate transactions,
            RandomGenerator random,
            InstantSource clock) {
        this.network = network;
        this.proposals = proposals;
        this.staff = staff;
        this.launch = launch;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /// Proposes an order to whoever stands at the counter.
    ///
    /// @throws Problem FORBIDDEN when they do not work there, or the store takes no orders; INVALID
    public Proposal.Made propose(String actor, String place, String slug, String offer, @Nullable String region) {
        network.admit(actor, place);
        boolean takesOrders = network.stores().stream()
                .anyMatch(store -> store.open()
                        && store.id().equals(place)
                        && store.capabilities().contains(Capability.ORDER));
        if (!takesOrders) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "store_takes_no_orders",
                    "'" + place + "' is closed, or has no capability 'order' in the network's file.");
        }
        LaunchDefinition definition = launch.look(slug).definition();
        if (definition.offer(offer).isEmpty()) {
            throw invalid(new Fault("offer", offer, "is no offer of this launch"));
        }
        if (region != null && definition.region(region).isEmpty()) {
            throw invalid(new Fault("region", region, "is no region of this launch"));
        }
        Instant now = clock.instant();
        String code = code();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Proposal proposal = new Proposal(id, place, slug, offer, region, now, now.plus(PROPOSAL_LIFE), null);
        transactions.executeWithoutResult(status -> {
            proposals.insert(proposal, hash(code), launch.number(slug), actor);
            staff.act(actor, place, "propose_order", null, slug + " " + offer, now);
        });
        return new Proposal.Made(proposal, code);
    }

    /// What a code stands for, for the fan who was given it.
    ///
    /// @throws Problem UNKNOWN when it stands for nothing, or its time is over, or somebody else confirmed it
    public Proposal look(String code, String member) {
        return row(code, member).proposal();
    }

    /// The fan places the order: their own, by their own word. The same again gives the same order.
    ///
    /// @throws Problem as [#look]
    public Outcome confirm(String code, String member, @Nullable String acceptTerms, @Nullable String pass) {
        ProposalStore.Row row = row(code, member);
        Proposal proposal = row.proposal();
        if (!proposals.claim(proposal.id(), member, clock.instant())) {
            throw unknown();
        }
        // The proposal is the key: whoever sends it twice, or meets a server that dies, has one order.
        Outcome outcome = launch.place(
                new PlaceOrder(
                        proposal.launch(),
                        member,
                        "proposal-" + proposal.id(),
                        proposal.offer(),
                        proposal.region(),
                        proposal.place(),
                        "store",
                        null,
                        acceptTerms),
                pass);
        Order order = switch (outcome) {
            case Outcome.Done(Order placed) -> placed;
            case Outcome.Replayed(Order again) -> again;
            case Outcome.Refused _ -> null;
        };
        if (order != null && proposal.order() == null) {
            transactions.executeWithoutResult(status -> {
                proposals.ordered(proposal.id(), order.id());
                staff.act(row.actor(), proposal.place(), "take_order", order.id(), order.offer(), clock.instant());
            });
        }
        return outcome;
    }

    /// What was proposed at a place, the latest first: its own orders and nobody else's.
    ///
    /// @throws Problem FORBIDDEN when they do not work there
    public List<Proposal> of(String actor, String place, @Nullable Instant before, int limit) {
        network.admit(actor, place);
        Instant end = before == null ? clock.instant().plusSeconds(1) : before;
        return proposals.ofPlace(place, end, Math.clamp(limit, 1, Network.MAX_PAGE)).stream()
                .map(ProposalStore.Row::proposal)
                .toList();
    }

    private ProposalStore.Row row(String code, String member) {
        ProposalStore.Row row = proposals.byCode(hash(code)).orElseThrow(StoreDesk::unknown);
        boolean own = member.equals(row.member());
        boolean open =
                row.member() == null && clock.instant().isBefore(row.proposal().endsAt());
        if (!own && !open) {
            throw unknown();
        }
        return row;
    }

    private String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int at = 0; at < CODE_LENGTH; at++) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return code.toString();
    }

    private static String hash(String code) {
        try {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static Problem invalid(Fault fault) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + fault.where() + "' " + fault.reason() + ".",
                List.of(fault));
    }

    private static Problem unknown() {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_proposal",
                "This code stands for nothing, or its time is over. Ask the store for another.");
    }
}

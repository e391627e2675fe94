package dev.holdfast.launch.review;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.member.Members;
import dev.holdfast.member.address.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of reviews: what is noticed of orders, and what is decided about those that look suspicious.
public final class Reviews {
    public static final int MAX_PAGE = 200;

    /// Spaces, commas and dots are written one way by one and another way by the next.
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    /// Beyond it nobody reads on; the evidence has the number.
    private static final int MAX_BESIDE = 50;

    /// What a caller may name a device by, and a provider an instrument.
    public static final int MAX_NAME = 255;

    private final ReviewStore store;
    private final Signals signals;
    private final Lines lines;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;

    Reviews(
            ReviewStore store,
            Signals signals,
            Lines lines,
            Launch launch,
            Members members,
            TransactionTemplate transactions) {
        this.store = store;
        this.signals = signals;
        this.lines = lines;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
    }

    /// What was seen of an order as it was placed; costs a look into memory where its launch is not screened.
    ///
    /// @param device  a name of its own that the caller's device sends; null: none
    /// @param network from which it came
    public void placed(Order order, @Nullable String device, String network) {
        if (screens(order.id())) {
            signals.placed(order.id(), device == null ? null : shortened(device), network);
        }
    }

    /// What a provider says of the card or account it was paid with, before the payment is taken.
    public void paid(PaymentEvent event) {
        String instrument = event.instrument();
        if (instrument != null) {
            paidWith(event.order(), instrument);
        }
    }

    /// The same, by a provider that says it in a report of its own.
    public void paidWith(String order, String instrument) {
        OrderId.parse(order).filter(this::isScreened).ifPresent(id -> signals.paid(id, shortened(instrument)));
    }

    /// Where its member has it delivered; names and telephones of a household differ, its door does not.
    public void delivered(OrderId order, Address to) {
        if (isScreened(order)) {
            String door = String.join("|", to.country(), to.postcode(), to.region(), to.city(), to.lines());
            signals.delivered(
                    order, NO_LETTER.matcher(door.toLowerCase(Locale.ROOT)).replaceAll(""));
        }
    }

    /// Whether orders of its launch are looked at.
    public boolean screens(OrderId order) {
        return lines.entry(order.launch()).screening() != null;
    }

    /// A provider names orders as it likes.
    private boolean isScreened(OrderId order) {
        return launch.exists(order) && screens(order);
    }

    /// Which reviews somebody wants to see.
    public enum Which {
        /// For a decision, or an objection for its answer.
        WAITING,
        /// Those that lost their place.
        RELEASED,
        ALL
    }

    /// Those of a launch in the order in which they were opened.
    ///
    /// @param after the number of the last one seen; 0: from the beginning
    public List<Review> of(String slug, Which which, long after, int limit) {
        return store.ofLaunch(launch.number(slug), which, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The orders of other members beside it, for whoever has to decide; empty once what was noticed is forgotten.
    public List<Beside> beside(OrderId order) {
        return store.beside(order, MAX_BESIDE);
    }

    /// The review of an order, for its member and for operators; empty when nobody was asked to look at it.
    ///
    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public Optional<Review> find(OrderId order, Asker asker) {
        launch.order(order, asker);
        return store.one(order);
    }

    /// Written down before it is tried, like each act of an operator on an order.
    ///
    /// @param act KEPT, RELEASED or ANSWERED
    public Outcome decide(OrderId order, Act act, String said, Asker operator) {
        transactions.executeWithoutResult(status -> members.audit(
                operator.member(), "review_" + act.name().toLowerCase(Locale.ROOT), order.toString(), said));
        return step(order, operator, act, said);
    }

    /// The member's objection, once and in time.
    public Outcome appeal(OrderId order, Asker member, String said) {
        return step(order, new Asker(member.member(), false), Act.APPEALED, said);
    }

    private Outcome step(OrderId order, Asker asker, Act act, String said) {
        launch.order(order, asker);
        Ask.Review ask = new Ask.Review(order, asker, Step.of(act, said));
        return ((Answer.Fan) lines.ask(order.launch(), ask)).outcome();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}

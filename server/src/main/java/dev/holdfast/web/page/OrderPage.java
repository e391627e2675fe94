package dev.holdfast.web.page;

import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Consent;
import dev.holdfast.launch.LaunchRules;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything the page of an order shows to its owner or to an operator.
///
/// @param review  of the order, if anybody had to look at it
/// @param forfeit the reader pressed cancel on a locked order and has to be told what it costs
/// @param paying  the reader comes back from paying and the provider's word is not here yet
/// @param unit    which it is and how far it came; null: it has none and no staff acted on it
/// @param ways    the providers with which the deposit can be paid
/// @param rules   set by answers, for this order among others
/// @param balance whether what is left of it is paid here
record OrderPage(
        Frame frame,
        OrderHistory history,
        LaunchView launch,
        @Nullable Picture picture,
        @Nullable String odds,
        @Nullable ReviewPart review,
        boolean forfeit,
        boolean paying,
        List<String> ways,
        @Nullable Notice notice,
        @Nullable PledgeCard pledge,
        @Nullable UnitPart unit,
        List<LaunchRule> rules,
        boolean balance) {

    /// The way an order goes when nothing ends it.
    private static final List<OrderState> WAY = List.of(
            OrderState.HELD,
            OrderState.PLACED,
            OrderState.LOCKED,
            OrderState.SCHEDULED,
            OrderState.BUILT,
            OrderState.READY,
            OrderState.DELIVERED);

    OrderPage {
        ways = List.copyOf(ways);
        rules = List.copyOf(rules);
    }

    private static final String CHANGED_FROM = "changed_from_";

    /// @param at    when it was reached; null: still to come
    /// @param cause why, in words; for what is still to come, when it is expected
    record Step(OrderState state, String name, @Nullable Instant at, String cause, boolean current) {}

    Order order() {
        return history.order();
    }

    Words words() {
        return frame.words();
    }

    ZoneId zone() {
        return launch.definition().timeZone();
    }

    String launchName() {
        return words().name(launch.definition().name());
    }

    String offerName() {
        return OfferNames.of(launch.definition(), order().offer(), words());
    }

    String whatAndWhere() {
        var region = order().region();
        return region == null ? offerName() : offerName() + " · " + regionName(region);
    }

    private String regionName(String region) {
        return launch.definition()
                .region(region)
                .map(found -> words().name(found.name()))
                .orElse(region);
    }

    String window(PromiseGiven promise) {
        return promise.window() == null ? words().say("order.noWindow") : words().window(promise.window());
    }

    /// What there is to say where no window is: in a campaign nobody stands behind a supply.
    String waiting() {
        return launch.definition().campaign() == null ? "order.waiting" : "order.undated";
    }

    String stateName() {
        return words().say("state." + order().state());
    }

    boolean held() {
        return order().state() == OrderState.HELD;
    }

    /// One way needs no name.
    String payBy(String way) {
        var amount = words().money(deposit());
        return ways.size() == 1 ? words().say("pay.button", amount) : words().say("pay.by." + way, amount);
    }

    /// What is promised is not paid, and the button says so; nor does it hide that a provider charges at once.
    String pledgeBy(PledgeCard card, String way) {
        if (card.pledge().late()) {
            return payBy(way);
        }
        boolean named = ways.size() > 1 || way.equals("wechat");
        return named ? words().say("pledge.by." + way, words().money(deposit())) : card.payButton();
    }

    Countdown hold() {
        return new Countdown(order().payBefore(), launch.asOf(), zone(), words());
    }

    boolean cancellable() {
        if (pledge != null && !pledge.cancellable()) {
            return false;
        }
        return order().state() == OrderState.HELD
                || order().state() == OrderState.PLACED
                || order().state() == OrderState.LOCKED
                || order().state() == OrderState.SCHEDULED;
    }

    boolean changeable() {
        return pledge == null && (order().state() == OrderState.HELD || order().state() == OrderState.PLACED);
    }

    boolean lockable() {
        return pledge == null && order().state() == OrderState.PLACED;
    }

    /// The time has come, and terms that would lock it by itself were not accepted.
    boolean lockAsked() {
        return lockable() && history.states().getLast().cause().equals("lock_asked");
    }

    /// The states reached with their instants, then, for a live order, those to come.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        int last = history.states().size() - 1;
        for (int number = 0; number <= last; number++) {
            var change = history.states().get(number);
            var cause = cause(change.cause());
            steps.add(new Step(
                    change.state(), words().say("state." + change.state()), change.at(), cause, number == last));
        }
        if (order().live()) {
            for (var state : WAY.subList(WAY.indexOf(order().state()) + 1, WAY.size())) {
                steps.add(new Step(state, words().say("state." + state), null, expected(state), false));
            }
        }
        return List.copyOf(steps);
    }

    /// When a state to come is to be expected; empty where that is not known before the one in front of it.
    private String expected(OrderState state) {
        var placed = order().placedAt();
        if (pledge != null && state == OrderState.LOCKED) {
            return "";
        }
        return switch (state) {
            case PLACED -> words().say("expected.PLACED", words().instant(order().payBefore(), zone()));
            case LOCKED ->
                placed == null
                        ? words().say(
                                        "expected.LOCKED.after",
                                        words().span(launch.definition().lockAfter()))
                        : words().say(
                                        locksItself() ? "expected.LOCKED.itself" : "expected.LOCKED.asks",
                                        words().instant(
                                                        placed.plus(launch.definition()
                                                                .lockAfter()),
                                                        zone()));
            case DELIVERED -> order().promise() == null ? "" : words().window(order().promise());
            default -> "";
        };
    }

    private boolean locksItself() {
        return order().acceptedTerms() != null
                && LaunchRules.of(launch.definition()).lockByTime();
    }

    /// Locked, it binds: in Chinese law and words that is another thing.
    String depositName() {
        if (pledge != null) {
            return words().say("pledge.amount");
        }
        boolean binding = order().live() && !changeable();
        return words().say(binding ? "order.deposit.binding" : "order.deposit");
    }

    /// The digits of the order's id that are its position.
    String idDigits() {
        return FairPage.digits(order().id());
    }

    private String cause(String cause) {
        return cause.startsWith(CHANGED_FROM)
                ? words().say(
                                "cause.changed_from",
                                OfferNames.of(launch.definition(), cause.substring(CHANGED_FROM.length()), words()))
                : words().sayOrQuote("cause.", cause);
    }

    PromiseGiven first() {
        return history.promises().getFirst();
    }

    /// The day on which it was handed over, where its launch is; null: not yet.
    @Nullable
    LocalDate handedOver() {
        var last = history.states().getLast();
        return last.state() == OrderState.DELIVERED ? LocalDate.ofInstant(last.at(), zone()) : null;
    }

    boolean moved() {
        return history.promises().size() > 1;
    }

    /// The question that waits for the reader's answer, as long as there is time.
    @Nullable
    Consent question() {
        var consent = history.consent();
        boolean asked = consent != null && consent.open() && consent.mayLeave(launch.asOf());
        return asked && order().live() ? consent : null;
    }

    String consentMoved() {
        var consent = Objects.requireNonNull(question());
        var agreed = words().window(consent.agreed());
        return consent.window() == null
                ? words().say("consent.lost", agreed)
                : words().say("consent.moved", agreed, words().window(consent.window()));
    }

    String consentBy() {
        var consent = Objects.requireNonNull(question());
        var by = words().instant(consent.answerBy(), zone());
        return words().say(consent.silenceKeeps() ? "consent.silence.keeps" : "consent.silence.cancels", by);
    }

    /// What cancelling costs, or brings.
    String cancelText() {
        if (pledge != null && history.consent() == null) {
            return words().say("pledge.cancel");
        }
        var consent = history.consent();
        return consent != null && consent.mayLeave(launch.asOf())
                ? consentMoney(consent)
                : words().say("cancel.text." + order().state(), words().money(deposit()));
    }

    String consentMoney(Consent consent) {
        return consent.compensation().amount() > 0
                ? words().say(
                                "consent.money.double",
                                words().money(consent.refund()),
                                words().money(consent.compensation()))
                : words().say("consent.money", words().money(consent.refund()));
    }

    String compensationNote(CompensationGiven given) {
        if (given.lapsed()) {
            return words().say("compensation.lapsed");
        }
        var settlement = given.settlement();
        if (settlement != null) {
            return words().say(
                            "compensation." + settlement.way(),
                            words().instant(settlement.at(), zone()),
                            settlement.reference());
        }
        return words().say(given.setOff() ? "compensation.setOff" : "compensation.paidOut");
    }

    String reason(PromiseGiven promise) {
        return promise.explanation().isEmpty() ? reasonOf(promise.reason()) : words().name(promise.explanation());
    }

    /// Why the question is asked: the latest move in words, where it is the one that is asked about.
    String reasonAsked(Consent asked) {
        var latest = history.promises().getLast();
        return latest.reason().equals(asked.reason()) ? reason(latest) : reasonOf(asked.reason());
    }

    String reasonOf(String reason) {
        return words().sayOrQuote("reason.", reason);
    }

    String currentReason() {
        return reason(history.promises().getLast());
    }

    /// What else the order could be, the soonest first; what gives no window now comes last.
    List<LaunchView.OfferView> otherOffers() {
        return launch.offers().stream()
                .filter(view -> !view.offer().id().equals(order().offer()))
                .sorted(Comparator.comparing(this::windowOf, Comparator.nullsLast(Comparator.comparing(Window::from))))
                .toList();
    }

    /// With the window it would get now, and by how much that is earlier than what the order has.
    String nameOf(LaunchView.OfferView view) {
        var name = words().name(view.offer().name());
        var window = windowOf(view);
        if (window == null) {
            return name;
        }
        var mine = order().promise();
        long weeks = mine == null ? 0 : ChronoUnit.WEEKS.between(window.from(), mine.from());
        var when = words().window(window);
        return weeks > 0
                ? words().say("change.option.sooner", name, when, words().count("change.weeks", weeks))
                : words().say("change.option", name, when);
    }

    private @Nullable Window windowOf(LaunchView.OfferView view) {
        var region = order().region();
        return region == null ? view.promise() : view.promises().get(region);
    }

    Money deposit() {
        return order().deposit();
    }
}

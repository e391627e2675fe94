package dev.holdfast.web.page;

import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.service.quality.Stops;
import dev.holdfast.service.recall.Recalls;
import dev.holdfast.supply.run.PublishedOdds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the page of an order shows.
@Component
class OrderPageMaker {
    private final Launch launch;
    private final CurveShelf curves;
    private final PublishedOdds odds;
    private final Reviews reviews;
    private final Till till;
    private final CampaignShelf campaigns;
    private final Units units;
    private final Network network;
    private final Recalls recalls;
    private final Stops stops;
    private final QuestionRounds rounds;
    private final Balances balances;

    OrderPageMaker(
            Launch launch,
            CurveShelf curves,
            PublishedOdds odds,
            Reviews reviews,
            Till till,
            CampaignShelf campaigns,
            Units units,
            Recalls recalls,
            Stops stops,
            Network network,
            QuestionRounds rounds,
            Balances balances) {
        this.rounds = rounds;
        this.balances = balances;
        this.units = units;
        this.recalls = recalls;
        this.stops = stops;
        this.network = network;
        this.campaigns = campaigns;
        this.launch = launch;
        this.curves = curves;
        this.odds = odds;
        this.reviews = reviews;
        this.till = till;
    }

    OrderPage page(Frame frame, OrderId order, boolean paying) {
        var history = launch.order(order, frame.asker());
        return page(frame, history, launch.look(history.order().launch()), false, paying, null);
    }

    OrderPage refused(Frame frame, OrderId order, Notice notice) {
        var history = launch.order(order, frame.asker());
        return page(frame, history, launch.look(history.order().launch()), false, false, notice);
    }

    OrderPage refused(Frame frame, OrderId order, Refusal refusal) {
        var history = launch.order(order, frame.asker());
        var view = launch.look(history.order().launch());
        boolean forfeit = refusal instanceof Refusal.ConfirmForfeit;
        var notice = forfeit ? null : RefusalNotice.of(refusal, view, frame.words());
        return page(frame, history, view, forfeit, false, notice);
    }

    /// The payment could not begin; the place is safe until its time runs out.
    OrderPage unpaid(Frame frame, OrderId order) {
        var history = launch.order(order, frame.asker());
        var view = launch.look(history.order().launch());
        var words = frame.words();
        var until = words.instant(history.order().payBefore(), view.definition().timeZone());
        var notice = Notice.of(words.say("refused.pay"), words.say("refused.pay.text", until));
        return page(frame, history, view, false, false, notice);
    }

    /// What the backer said of the pledge could not be kept.
    OrderPage notKept(Frame frame, OrderId order, Problem refused) {
        var history = launch.order(order, frame.asker());
        var view = launch.look(history.order().launch());
        var where =
                refused.faults().isEmpty() ? "" : refused.faults().getFirst().where();
        var words = frame.words();
        var key = refused.kind() == Problem.Kind.CONFLICT ? "refused.survey_locked" : "refused.survey";
        return page(frame, history, view, false, false, Notice.of(words.say(key), words.say(key + ".text", where)));
    }

    private OrderPage page(
            Frame frame,
            OrderHistory history,
            LaunchView view,
            boolean forfeit,
            boolean paying,
            @Nullable Notice notice) {
        var order = history.order();
        var curve = Pictures.arriving(
                curves.of(order.launch(), order.offer()), view.definition().transitWeeks(order.region()));
        var pledge = campaigns.card(order, view, frame.asker(), frame.words());
        var picture = curve.isEmpty() ? null : Pictures.order(curve, history, frame.words());
        var sure = odds.of(view, order.offer(), order.region(), order.promise()).orElse(null);
        var said = order.live() ? OddsWords.of(frame.words(), order.promise(), sure) : null;
        var ways = till.payable(order) ? till.ways(order) : List.<String>of();
        return new OrderPage(
                frame,
                history,
                view,
                picture,
                said,
                review(frame, history, view),
                forfeit,
                paying,
                ways,
                notice,
                pledge,
                unit(frame, order, view),
                rounds.rulesOf(order.id()),
                isLocked(order)
                        && order.state() != OrderState.EXPIRED
                        && balances.terms(order.id()).isPresent());
    }

    /// An order that is not locked has no unit, and most pages are of those.
    private @Nullable UnitPart unit(Frame frame, Order order, LaunchView view) {
        var acts = network.acts(order.id());
        var unit = isLocked(order) ? units.of(order.id()).orElse(null) : null;
        return unit == null && acts.isEmpty()
                ? null
                : new UnitPart(
                        unit,
                        acts,
                        recall(frame, order, unit),
                        Places.of(network),
                        view.definition().timeZone(),
                        frame.words());
    }

    private RecallPart recall(Frame frame, Order order, @Nullable UnitHistory unit) {
        return unit == null
                ? RecallPart.NOTHING
                : new RecallPart(
                        recalls.of(order.id(), frame.asker()),
                        stops.wordsOf(unit.unit().serial()).orElse(null));
    }

    private static boolean isLocked(Order order) {
        return order.state().compareTo(OrderState.LOCKED) >= 0;
    }

    private @Nullable ReviewPart review(Frame frame, OrderHistory history, LaunchView view) {
        var order = history.order();
        boolean own = order.member().equals(frame.member());
        return reviews.find(order.id(), frame.asker())
                .map(found -> new ReviewPart(
                        found, own, view.asOf(), view.definition().timeZone(), frame.words()))
                .orElse(null);
    }
}

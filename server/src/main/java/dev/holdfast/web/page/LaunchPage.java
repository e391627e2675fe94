package dev.holdfast.web.page;

import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the page of a launch shows to one reader.
///
/// @param key of this form: the same one however often the button is pressed
/// @param mine the reader's live orders in this launch
/// @param another the reader asked for the form although there is an order already
/// @param campaign null: the launch is none
/// @param wished what wishes changed in what the launch sells
record LaunchPage(
        Frame frame,
        LaunchView launch,
        Now now,
        List<RegionChoice> regions,
        @Nullable String region,
        List<Rules.Rule> rules,
        List<Order> mine,
        boolean another,
        String key,
        @Nullable Notice notice,
        @Nullable CampaignNow campaign,
        List<ChangeRecord> wished) {

    LaunchPage {
        regions = List.copyOf(regions);
        rules = List.copyOf(rules);
        mine = List.copyOf(mine);
        wished = List.copyOf(wished);
    }

    record RegionChoice(String id, String name, String address, boolean chosen) {}

    /// The part that is asked for again every few seconds and is the same for every reader of a language.
    ///
    /// @param odds how sure the window of the chosen offer is, in words; null: there is nothing to say
    record Now(
            String slug,
            Words words,
            LaunchView launch,
            OfferCards offers,
            Showroom room,
            String address,
            String pictureAddress,
            boolean refresh,
            @Nullable Picture picture,
            @Nullable String odds) {
        LaunchView.LineView line() {
            return launch.line();
        }

        /// Whether it is of use to say when one would have what.
        boolean dated() {
            return !offers.sealed() && launch.state() != LaunchView.State.CLOSED;
        }
    }

    /// What the button says: a pledge is no order yet.
    String button() {
        return frame.words().say(campaign == null ? "order.button" : "pledge.button");
    }

    String afterButton() {
        var within = frame.words().span(launch.definition().payWithin());
        return frame.words().say(campaign == null ? "order.after" : "pledge.after", within);
    }

    String name() {
        return frame.words().name(launch.definition().name());
    }

    boolean scheduled() {
        return launch.state() == LaunchView.State.SCHEDULED;
    }

    boolean open() {
        return launch.state() == LaunchView.State.OPEN;
    }

    boolean closed() {
        return launch.state() == LaunchView.State.CLOSED;
    }

    /// To the opening, or to the closing of an open launch that has one.
    @Nullable
    Countdown countdown() {
        var definition = launch.definition();
        var until = scheduled() ? definition.opensAt() : definition.closesAt();
        if (until == null || closed() || !until.isAfter(launch.asOf())) {
            return null;
        }
        return new Countdown(until, launch.asOf(), definition.timeZone(), frame.words());
    }

    /// Whether this reader is offered the form.
    boolean form() {
        return mine.isEmpty() || another;
    }

    /// Whether the form can be filled in: somebody is here, and orders are taken.
    boolean choosing() {
        return form() && open() && frame.signedIn();
    }

    /// What the launch offers, in one sentence.
    String about() {
        var words = frame.words();
        var cards = now.offers().cards();
        if (now.offers().sealed()) {
            return words.count("launch.about.sealed", cards.size());
        }
        var cheapest = cards.stream()
                .map(OfferCards.Card::price)
                .min(Comparator.comparingLong(Money::amount))
                .orElseThrow();
        if (launch.definition().campaign() != null) {
            return words.say("launch.about.campaign", words.money(cheapest));
        }
        return words.say(
                cards.size() == 1 ? "launch.about.one" : "launch.about.many",
                words.number(cards.size()),
                words.money(cheapest));
    }

    boolean mayOrderAnother() {
        return open() && mine.size() < launch.definition().limitPerMember();
    }

    /// To sign in, and then back to what is picked now.
    String signIn() {
        return frame.at(now.room().here()).signIn();
    }

    /// What a pick changes beside the showroom itself.
    String taken() {
        return frame.signedIn() ? "#deal-again" : "#deal-again,#order-sign-in";
    }

    /// The version of the terms to accept; null: there are none.
    @Nullable
    String terms() {
        return launch.definition().termsVersion();
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition.Region;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.supply.run.PublishedOdds;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the page of a launch shows.
@Component
class LaunchPageMaker {
    private final Launch launch;
    private final CurveShelf curves;
    private final OptionShelf options;
    private final PublishedOdds odds;
    private final CampaignShelf campaigns;
    private final Specs specs;

    LaunchPageMaker(
            Launch launch,
            CurveShelf curves,
            OptionShelf options,
            PublishedOdds odds,
            CampaignShelf campaigns,
            Specs specs) {
        this.specs = specs;
        this.campaigns = campaigns;
        this.launch = launch;
        this.curves = curves;
        this.options = options;
        this.odds = odds;
    }

    LaunchPage page(Frame frame, LaunchView view, OrderForm form, @Nullable Notice notice) {
        var region = region(view, form.region());
        return new LaunchPage(
                frame,
                view,
                now(view, new Asked(region, form.offer(), form.wantsAnother()), frame.operator(), frame.words()),
                choices(view, region, frame.words()),
                region,
                Rules.of(view.definition(), frame.words()),
                mine(frame, view),
                form.wantsAnother(),
                form.keyOrFresh(),
                notice,
                campaigns.now(view, frame.operator(), frame.words()),
                wished(view));
    }

    private List<ChangeRecord> wished(LaunchView view) {
        var spec = view.definition().spec();
        return spec == null ? List.of() : specs.wished(spec);
    }

    /// What a page was asked for with.
    record Asked(@Nullable String region, @Nullable String offer, boolean another) {
        /// The address of the page, to which each choice adds its offer.
        String address(String slug) {
            var query = new StringJoiner("&", "?", "").setEmptyValue("");
            if (region != null) {
                query.add("region=" + region);
            }
            if (another) {
                query.add("another=true");
            }
            return "/launches/" + slug + query;
        }
    }

    LaunchPage.Now now(LaunchView view, Asked asked, boolean operator, Words words) {
        var region = asked.region();
        var offers = OfferCards.of(view, region, operator, words);
        var room = Showroom.of(offers, options.of(view), asked.offer(), asked.address(view.slug()), words);
        var card = room.chosen();
        var sure = odds.of(view, card.id(), region, card.window()).orElse(null);
        return new LaunchPage.Now(
                view.slug(),
                words,
                view,
                offers,
                room,
                NowServlet.address(view.slug(), words, region, room.chosen().id()),
                NowServlet.pictureAddress(view.slug(), words, region),
                view.state() == LaunchView.State.OPEN,
                offers.sealed() ? null : picture(view, region, words),
                OddsWords.of(words, card.window(), sure));
    }

    /// @throws dev.holdfast.kernel.Problem UNKNOWN when the launch is no campaign, or its prices are sealed
    CampaignNow campaign(LaunchView view, Words words) {
        var now = campaigns.now(view, false, words);
        if (now == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_campaign", "There is no campaign '" + view.slug() + "'.");
        }
        return now;
    }

    /// The asked for region, or the first where none or an unknown one is asked for.
    static @Nullable String region(LaunchView view, @Nullable String asked) {
        var definition = view.definition();
        if (asked != null && definition.region(asked).isPresent()) {
            return asked;
        }
        return definition.regions().stream().map(Region::id).findFirst().orElse(null);
    }

    private @Nullable Picture picture(LaunchView view, @Nullable String region, Words words) {
        var curve = Pictures.arriving(curves.of(view), view.definition().transitWeeks(region));
        var line = view.line();
        long live = line.held() + line.placed() + line.locked();
        return curve.isEmpty() ? null : Pictures.line(curve, live, words);
    }

    private static List<LaunchPage.RegionChoice> choices(LaunchView view, @Nullable String chosen, Words words) {
        return view.definition().regions().stream()
                .map(region -> new LaunchPage.RegionChoice(
                        region.id(),
                        words.name(region.name()),
                        "/launches/" + view.slug() + "?region=" + region.id(),
                        region.id().equals(chosen)))
                .toList();
    }

    private List<Order> mine(Frame frame, LaunchView view) {
        var member = frame.member();
        if (member == null) {
            return List.of();
        }
        return launch.ordersOf(member).stream()
                .filter(order -> order.live() && order.launch().equals(view.slug()))
                .toList();
    }
}

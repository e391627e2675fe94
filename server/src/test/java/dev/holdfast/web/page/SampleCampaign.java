package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.MEMBER;
import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Campaign.Partner;
import dev.holdfast.launch.Campaign.Question;
import dev.holdfast.launch.Campaign.StretchGoal;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.CampaignProgress;
import dev.holdfast.launch.CampaignProgress.TierStand;
import dev.holdfast.launch.CampaignSettlement;
import dev.holdfast.launch.CampaignStanding;
import dev.holdfast.launch.CampaignStanding.Heap;
import dev.holdfast.launch.CampaignStanding.Trouble;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.LineView;
import dev.holdfast.launch.LaunchView.OfferView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderHistory.StateChange;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.PledgeView;
import dev.holdfast.launch.Verdict;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A partner company's lantern, crowdfunded: as backers, the operator and the company see it, under way and succeeded.
final class SampleCampaign {
    private static final Assets ASSETS = new Assets();
    private static final String CURRENCY = "CNY";
    private static final String PARTNER = "harbour-works";
    private static final long EARLY = 39_900;
    private static final long NORMAL = 49_900;
    private static final long RAISED = 412_388_700;
    private static final Partner HARBOUR = new Partner(PARTNER, 7_000, 150);

    private final Words words;

    SampleCampaign(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var running = progress(NOW.plus(Duration.ofHours(31)), null);
        var over = progress(NOW.minus(Duration.ofDays(2)), Verdict.SUCCEEDED);
        var pages = new LinkedHashMap<String, String>();
        pages.put("campaign", launch(running));
        pages.put("campaign-over", launch(over));
        pages.put("pledge-promised", order(running, PledgeMoney.AUTHORISED, null));
        pages.put("pledge-refused", order(over, PledgeMoney.MENDING, NOW.plus(Duration.ofDays(5))));
        pages.put("desk-campaign", desk(over));
        pages.put("partner", partner(List.of(row(over), row(running))));
        pages.put("partner-none", partner(List.of()));
        pages.put("partner-campaign", campaign(over, settlement(over)));
        pages.put("partner-campaign-new", campaign(running, settlement(running)));
        return pages;
    }

    private String launch(CampaignProgress progress) {
        var launch = progress.launch();
        var offers = OfferCards.of(launch, null, false, words);
        var options = OptionReading.of(launch.definition().offers(), null);
        var room = Showroom.of(offers, options, "normal", "/launches/lantern?", words);
        var now = new LaunchPage.Now("lantern", words, launch, offers, room, "/now", "/now/picture", false, null, null);
        return SamplePages.render(
                "launch",
                new LaunchPage(
                        frame(MEMBER, "fan"),
                        launch,
                        now,
                        List.of(),
                        null,
                        Rules.of(launch.definition(), words),
                        List.of(),
                        false,
                        "6f9a1b",
                        null,
                        new CampaignNow(words, progress),
                        List.of()));
    }

    private String order(CampaignProgress progress, PledgeMoney money, @Nullable Instant mendBy) {
        var order = pledge();
        var history = new OrderHistory(
                order,
                List.of(
                        new StateChange(OrderState.HELD, order.heldAt(), "ordered", MEMBER),
                        new StateChange(OrderState.PLACED, order.heldAt().plusSeconds(41), "paid", "sandbox")),
                List.of(),
                null);
        var view = new PledgeView(order.id(), money, false, Map.of("hook", 2), mendBy, 1, Map.of(), false);
        var card = new PledgeCard(words, order, view, progress, null);
        return new SampleOrder(frame(MEMBER, "fan"), history, progress.launch())
                .ways(List.of("sandbox"))
                .pledge(card)
                .render();
    }

    private String desk(CampaignProgress progress) {
        var standing = new CampaignStanding(
                List.of(
                        new Heap(PledgeMoney.CAPTURING, 211, money(9_112_300)),
                        new Heap(PledgeMoney.MENDING, 37, money(1_604_300)),
                        new Heap(PledgeMoney.TAKEN, 8_842, money(RAISED - 10_716_600))),
                List.of(new Trouble(
                        pledge().id(),
                        money(NORMAL),
                        "stripe",
                        "CAPTURE",
                        3,
                        NOW.plus(Duration.ofHours(6)),
                        "card_declined: insufficient_funds")));
        return SamplePages.render(
                "staffCampaign",
                new StaffCampaignPage(
                        frame("operator-7", "operator"),
                        new CampaignNow(words, progress),
                        standing,
                        settlement(progress),
                        100));
    }

    private String partner(List<PartnerPage.Row> rows) {
        return SamplePages.render("partner", new PartnerPage(frame(PARTNER, "partner"), rows));
    }

    private String campaign(CampaignProgress progress, CampaignSettlement settlement) {
        var page = new PartnerCampaignPage(frame(PARTNER, "partner"), new CampaignNow(words, progress), settlement);
        return SamplePages.render("partnerCampaign", page);
    }

    private static PartnerPage.Row row(CampaignProgress progress) {
        return new PartnerPage.Row(progress, settlement(progress).totals());
    }

    /// Nothing before the campaign succeeded.
    private static CampaignSettlement settlement(CampaignProgress progress) {
        boolean won = progress.verdict() == Verdict.SUCCEEDED;
        var rows = LongStream.rangeClosed(1, won ? 12 : 0)
                .mapToObj(position -> {
                    long taken = position > 4 ? NORMAL : EARLY;
                    return new CampaignSettlement.Row(
                            OrderId.of(1, position, position),
                            position,
                            position > 4 ? "normal" : "early",
                            money(taken),
                            money(HARBOUR.fee(taken)),
                            money(HARBOUR.share(taken)));
                })
                .toList();
        long taken = won ? RAISED - 10_716_600 : 0;
        var totals = new CampaignSettlement.Totals(
                won ? 8_842 : 0, money(taken), money(HARBOUR.fee(taken)), money(HARBOUR.share(taken)));
        return new CampaignSettlement("lantern", HARBOUR, totals, rows, won ? 12L : null);
    }

    private static Order pledge() {
        var held = NOW.minus(Duration.ofHours(20));
        return new Order(
                OrderId.of(1, 4_211, 0x1234_5678_9abc_def0L),
                "lantern",
                MEMBER,
                "normal",
                null,
                null,
                null,
                null,
                null,
                4_211,
                4_211,
                4_011,
                OrderState.PLACED,
                null,
                money(NORMAL),
                money(NORMAL + 2_000),
                held,
                held.plus(Duration.ofMinutes(15)),
                held.plusSeconds(41),
                new Order.First("normal", 4_011, null, money(NORMAL + 2_000)));
    }

    private static CampaignProgress progress(Instant end, @Nullable Verdict verdict) {
        var campaign = definition(end).campaign();
        return new CampaignProgress(
                view(end),
                campaign == null ? campaign(end) : campaign,
                money(RAISED),
                9_090,
                8_711,
                end,
                verdict,
                verdict == null ? null : end.plusSeconds(1),
                1,
                List.of(
                        new TierStand(tiers().getFirst(), 4_000, 0L, false),
                        new TierStand(tiers().getLast(), 5_090, null, verdict == null)),
                Map.of("hook", 3L));
    }

    private static LaunchView view(Instant end) {
        var definition = definition(end);
        return new LaunchView(
                2,
                "lantern",
                end.isAfter(NOW) ? State.OPEN : State.CLOSED,
                definition,
                true,
                NOW,
                definition.offers().stream()
                        .map(offer -> new OfferView(offer, null, null, Map.of()))
                        .toList(),
                new LineView(9_300, 210, 9_090, 0, List.of()));
    }

    private static LaunchDefinition definition(Instant end) {
        return new LaunchDefinition(
                        Map.of("en", "Harbour Works lantern", "zh", "海港工坊 提灯"),
                        end.minus(Duration.ofHours(75)),
                        null,
                        end,
                        ZoneId.of("Asia/Shanghai"),
                        CURRENCY,
                        2,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(offer("early", "Early bird", "早鸟", EARLY), offer("normal", "Standard", "标准", NORMAL)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign(end)));
    }

    private static Offer offer(String id, String english, String chinese, long price) {
        return new Offer(id, Map.of("en", english, "zh", chinese), price, price);
    }

    private static Campaign campaign(Instant end) {
        return new Campaign(
                Funding.ALL_OR_NOTHING,
                300_000_000,
                tiers(),
                List.of(
                        new StretchGoal(400_000_000, Map.of("en", "A second lamp", "zh", "第二盏灯")),
                        new StretchGoal(600_000_000, Map.of("en", "A case of oak", "zh", "橡木收纳盒"))),
                List.of(new AddOn("hook", Map.of("en", "Hook", "zh", "挂钩"), 1_000, 5_000L)),
                Duration.ofDays(7),
                null,
                HARBOUR,
                List.of(new Question("engraving", Map.of("en", "What to engrave?", "zh", "刻什么字？"), List.of(), false)),
                end.plus(Duration.ofDays(60)));
    }

    private static List<Tier> tiers() {
        return List.of(new Tier("early", 4_000L, null, "normal", false), new Tier("normal", null, null, null, false));
    }

    private static Money money(long amount) {
        return new Money(amount, CURRENCY);
    }

    private Frame frame(String member, String role) {
        var session = new Session(member, Set.of(role), NOW, NOW.plus(Duration.ofDays(90)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}

package dev.holdfast.run;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Choice;
import dev.holdfast.launch.Campaign.Funding;
import dev.holdfast.launch.Campaign.Partner;
import dev.holdfast.launch.Campaign.Question;
import dev.holdfast.launch.Campaign.StretchGoal;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Mode;
import dev.holdfast.launch.LaunchDefinition.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The sample world's crowdfunding: another company's camping trailer, made for this brand's fans, five
/// hours before its end and a little short of its goal. Of the figures one is modelled: 75 hours to the
/// first five million, the pace this kind of presale is measured by here. Company and product are made up.
final class SampleTrailer {
    static final String SLUG = "larkwing-trailer";
    static final String PARTNER = "partner-harbour-works";
    static final String EARLY = "trailer-early";
    static final String NORMAL = "trailer-standard";
    static final int EARLY_PLEDGES = 60;
    static final int PLEDGES = 170;
    private static final String LATE = "trailer-late";
    private static final Duration WHOLE = Duration.ofHours(75);
    private static final Duration SO_FAR = Duration.ofHours(70);

    private SampleTrailer() {}

    static LaunchDefinition definition(Instant now) {
        // Whole minutes, as an operator types them.
        Instant opened = now.truncatedTo(ChronoUnit.MINUTES).minus(SO_FAR);
        return new LaunchDefinition(
                        Map.of("en", "Harbour Works camping trailer", "zh", "海港工坊 露营拖车"),
                        opened,
                        null,
                        opened.plus(WHOLE),
                        SampleCar.ZONE,
                        "CNY",
                        2,
                        Duration.ofMinutes(15),
                        Duration.ofDays(7),
                        BeyondSupply.WAITLIST,
                        true,
                        null,
                        List.of(),
                        List.of(
                                offer(EARLY, "Early bird", "早鸟", 2_680_000),
                                offer(NORMAL, "Standard", "标准", 2_980_000),
                                offer(LATE, "Late pledge", "补单", 3_180_000)))
                .with(parts -> parts.mode(Mode.CROWDFUND).campaign(campaign(opened.plus(WHOLE))));
    }

    private static Offer offer(String id, String english, String chinese, long price) {
        return new Offer(id, Map.of("en", english, "zh", chinese), price, price);
    }

    private static Campaign campaign(Instant end) {
        return new Campaign(
                Funding.ALL_OR_NOTHING,
                500_000_000,
                List.of(
                        new Tier(EARLY, (long) EARLY_PLEDGES, null, NORMAL, false),
                        new Tier(NORMAL, 400L, null, null, false),
                        new Tier(LATE, 50L, null, null, true)),
                List.of(
                        new StretchGoal(650_000_000, Map.of("en", "A solar roof for everybody", "zh", "人人加装太阳能车顶")),
                        new StretchGoal(800_000_000, Map.of("en", "A second battery", "zh", "第二块电池"))),
                List.of(
                        new AddOn("awning", Map.of("en", "Awning", "zh", "遮阳篷"), 129_900, 80L),
                        new AddOn("stove", Map.of("en", "Camping stove", "zh", "露营炉"), 39_900, null)),
                Campaign.DEFAULT_MEND_WITHIN,
                end.plus(Duration.ofDays(30)),
                new Partner(PARTNER, 7_000, 150),
                List.of(new Question(
                        "hitch",
                        Map.of("en", "Which hitch does your car have?", "zh", "您的车是哪种拖钩？"),
                        List.of(
                                new Choice("ball", Map.of("en", "Ball", "zh", "球头")),
                                new Choice("none", Map.of("en", "None yet", "zh", "尚未安装"))),
                        false)),
                end.plus(Duration.ofDays(60)));
    }
}

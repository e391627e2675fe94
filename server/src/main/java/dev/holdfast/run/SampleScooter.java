package dev.holdfast.run;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchDefinition.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The sample world's small launch that is over: a scooter with a few orders in every state a fan can bring about.
final class SampleScooter {
    static final String SLUG = "larkwing-scooter";
    static final List<String> OFFERS = List.of("scooter-ink", "scooter-snow");
    private static final int WEEKS = 8;
    private static final int PER_WEEK = 4;

    private SampleScooter() {}

    static LaunchDefinition definition(Instant now) {
        return new LaunchDefinition(
                Map.of("en", "Larkwing Scooter, first edition", "zh", "云雀滑板车 首发版"),
                now,
                null,
                null,
                SampleCar.ZONE,
                "CNY",
                1,
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                BeyondSupply.REFUSE,
                true,
                null,
                List.of(),
                List.of(
                        new Offer(OFFERS.get(0), Map.of("en", "Ink black", "zh", "墨黑"), 299_900, 20_000),
                        new Offer(OFFERS.get(1), Map.of("en", "Snow white", "zh", "雪白"), 299_900, 20_000)));
    }

    static String supply(Instant now) {
        var csv = new StringBuilder("offer,week,quantity\n");
        for (var offer : OFFERS) {
            for (var week = 0; week < WEEKS; week++) {
                csv.append(offer).append(',').append(SampleCar.mondayAfter(now).plusWeeks(week));
                csv.append(',').append(PER_WEEK).append('\n');
            }
        }
        return csv.toString();
    }

    /// What a planner would tell of it, so that fans see what they pick.
    static String options() {
        var csv = new StringBuilder("configuration,option,choice,optionEn,optionZh,choiceEn,choiceZh\n");
        for (var offer : OFFERS) {
            csv.append(offer).append(",body,scooter,Body,车身,Scooter,滑板车\n");
        }
        csv.append(OFFERS.get(0)).append(",colour,ink,Colour,颜色,Ink black,墨黑\n");
        csv.append(OFFERS.get(1)).append(",colour,snow,Colour,颜色,Snow white,雪白\n");
        return csv.toString();
    }
}

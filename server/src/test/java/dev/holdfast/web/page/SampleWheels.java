package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.Offer;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sample scooter, whose wheels are picked by looking at them.
final class SampleWheels {
    private static final List<String> COLOURS = List.of("blue,海蓝", "sand,沙");
    private static final List<String> WHEELS = List.of("disc,Disc,盘式", "spoke,Five spokes,五辐", "turbine,Turbine,涡轮");

    private SampleWheels() {}

    static LaunchDefinition scooter() {
        var name = SampleWorld.definition("Sand Martin, the scooter", "沙燕滑板车", null, NOW.minusSeconds(200));
        return new LaunchDefinition(
                name.name(),
                name.opensAt(),
                null,
                null,
                name.timeZone(),
                name.currency(),
                name.limitPerMember(),
                name.payWithin(),
                name.lockAfter(),
                name.beyondSupply(),
                name.changeKeepsPosition(),
                name.termsVersion(),
                name.regions(),
                offers());
    }

    private static List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (var colour : COLOURS) {
            for (var wheel : WHEELS) {
                var shade = colour.split(",", -1);
                var rim = wheel.split(",", -1);
                offers.add(new Offer(
                        shade[0] + "-" + rim[0],
                        Map.of("en", shade[0] + ", " + rim[1], "zh", shade[1] + "，" + rim[2]),
                        299_900 + 20_000L * WHEELS.indexOf(wheel),
                        20_000));
            }
        }
        return offers;
    }

    /// What a planner would send as `options`.
    static MasterCopy options() {
        var rows = new ArrayList<List<String>>();
        for (var colour : COLOURS) {
            for (var wheel : WHEELS) {
                var shade = colour.split(",", -1);
                var rim = wheel.split(",", -1);
                var id = shade[0] + "-" + rim[0];
                rows.add(List.of(id, "body", "scooter", "", "", "", ""));
                rows.add(List.of(id, "colour", shade[0], "Colour", "颜色", shade[0], shade[1]));
                rows.add(List.of(id, "wheels", rim[0], "Wheels", "轮毂", rim[1], rim[2]));
            }
        }
        var columns = List.of("configuration", "option", "choice", "optionEn", "optionZh", "choiceEn", "choiceZh");
        return new MasterCopy(new MasterVersion("options", 1, 1, NOW, "planner-1", "", rows.size()), "", columns, rows);
    }
}

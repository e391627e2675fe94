package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.run.PlanReport;
import dev.holdfast.supply.run.PlanReport.Choice;
import dev.holdfast.supply.run.PlanReport.Figures;
import dev.holdfast.supply.run.PlanReport.Group;
import dev.holdfast.supply.run.PlanReport.Lead;
import dev.holdfast.supply.run.PlanReport.Shift;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.PlanWish;
import dev.holdfast.supply.run.Publishing;
import dev.holdfast.supply.run.Room.Binding;
import dev.holdfast.supply.run.Room.ComponentLine;
import dev.holdfast.supply.run.Room.ComponentWeek;
import dev.holdfast.supply.run.Room.ConfigurationLine;
import dev.holdfast.supply.run.Room.ConfigurationWeek;
import dev.holdfast.supply.run.Room.Demand;
import dev.holdfast.supply.run.Room.Mix;
import dev.holdfast.supply.run.Room.ResourceLine;
import dev.holdfast.supply.run.Room.ResourceWeek;
import dev.holdfast.supply.run.Room.SupplierLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The planner's room of the sample car on a bad Monday: cells come late, the paint shop is full before the summer.
final class SamplePlan {
    private static final LocalDate START = SampleWorld.FIRST_WEEK;
    private static final int WEEKS = 26;
    private static final List<String> PARTS = List.of("cell", "motor", "seats", "drive-computer", "wheels");

    private final Words words;
    private final PlanFrame plan;

    SamplePlan(Frame frame, PlanPart part) {
        this.words = frame.words();
        boolean english = words == Words.ENGLISH;
        var names = Map.of(
                "cell", english ? "Battery cell" : "电芯",
                "motor", english ? "Electric motor" : "驱动电机",
                "seats", english ? "Seats" : "座椅",
                "drive-computer", english ? "Drive computer" : "智驾计算平台",
                "wheels", english ? "Wheels" : "轮毂",
                "paint-shop", english ? "Paint shop" : "涂装车间",
                "amperon", english ? "Amperon" : "安培龙");
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var suppliers = Map.of("cell", List.of("amperon"));
        var offers = new java.util.HashMap<String, String>();
        launch.definition().offers().forEach(offer -> offers.put(offer.id(), words.name(offer.name())));
        this.plan = new PlanFrame(frame, launch, part, new PlanNames(offers, names, suppliers, words));
    }

    PlanRoomPage room() {
        var room = new dev.holdfast.supply.run.Room(
                SampleWorld.NOW,
                7,
                START,
                figures(41_230),
                38_412,
                new Demand(3_204, 118_077, 5_790, .94, .94, 119_793),
                new Mix(.061, List.of()),
                List.of(configuration("pro-green", 21_400), configuration("base-white", 17_900)),
                PARTS.stream().map(SamplePlan::component).toList(),
                List.of(resource()),
                bindings(),
                leads(),
                new dev.holdfast.supply.run.Room.Reliability(
                        new LaunchOdds.Coverage(1_840, .893, 3.4),
                        List.of(
                                new SupplierLine("amperon", 48, .71, 1, 4),
                                new SupplierLine("velodrive", 31, .97, 0, 1))));
        return new PlanRoomPage(
                plan, room, run(PlanRun.State.PUBLISHED), WEEKS, new PlanRoomPage.Picked(null, null, null));
    }

    PlanRunPage run(boolean stale) {
        var run = run(PlanRun.State.PREVIEW);
        var difference = new Publishing.Difference(1_204, 311, 96);
        return new PlanRunPage(
                plan, run, 8, false, stale ? new Publishing.Stale(run, "supply", run, difference) : null);
    }

    PlanRunPage running() {
        var run = run(PlanRun.State.RUNNING);
        return new PlanRunPage(plan, run, 8, false, null);
    }

    PlanSuppliersPage suppliers() {
        var windows = List.of(
                new LaunchOdds.Window(
                        "pro-green", START.plusWeeks(20), 412, START.plusWeeks(20), START.plusWeeks(23), null, null),
                new LaunchOdds.Window("pro-green", START.plusWeeks(21), 398, START.plusWeeks(22), null, null, null));
        var suppliers = List.of(
                new LaunchOdds.Supplier("amperon", 48, .71, 1, 4), new LaunchOdds.Supplier("velodrive", 31, .97, 0, 1));
        return new PlanSuppliersPage(
                plan,
                new LaunchOdds(START, 41, 1, 100, 10, new LaunchOdds.Coverage(1_840, .893, 3.4), windows, suppliers));
    }

    PlanKeptPage kept() {
        var distances = List.of(new LaunchMetrics.Distance(4, .6, .2), new LaunchMetrics.Distance(12, 2.3, 1.9));
        var first = new LaunchMetrics.Judged(LaunchMetrics.Both.NOTHING, 0, 0, 0, 18_400, 17_900, .028);
        var second = new LaunchMetrics.Judged(new LaunchMetrics.Both(.21, .21), 0, 0, 0, 41_230, 39_820, .035);
        var runs = List.of(
                new LaunchMetrics.Run(
                        6, 121_004, new LaunchMetrics.Both(.11, .11), new LaunchMetrics.Both(.8, .8), first),
                new LaunchMetrics.Run(
                        7, 127_071, new LaunchMetrics.Both(.38, .3), new LaunchMetrics.Both(2.9, 2.1), second));
        var suppliers = List.of(new LaunchMetrics.Supplier(
                "amperon", new LaunchMetrics.Both(.71, .93), new LaunchMetrics.Both(.18, .04)));
        return new PlanKeptPage(
                plan,
                new LaunchMetrics(
                        127_071,
                        9_412,
                        318,
                        new LaunchMetrics.Both(.884, .962),
                        new LaunchMetrics.Windows(
                                new LaunchMetrics.Told(.81, .49, .89, 3.1, 1.2, .6),
                                new LaunchMetrics.Told(.93, .53, .92, 2.8, .9, .5)),
                        distances,
                        new LaunchMetrics.Stability(.41, .02, 6, .38, .62),
                        new LaunchMetrics.Order(0, .97),
                        runs,
                        suppliers,
                        new LaunchMetrics.Forecasts(
                                new LaunchMetrics.Both(.12, .04),
                                new LaunchMetrics.Both(.31, .17),
                                new LaunchMetrics.Both(5.1, 1.4),
                                new LaunchMetrics.Both(1.3, .8)),
                        new LaunchMetrics.Both(.074, .061),
                        List.of(new LaunchMetrics.Unknown(
                                "runs.instability", LaunchMetrics.Reason.NOTHING_TO_DIVIDE_BY))));
    }

    private static Figures figures(long late) {
        return new Figures(127_071, 318, 2_410_000, late, 12_600, 0, 0, 0);
    }

    private static ConfigurationLine configuration(String name, long orders) {
        var weeks = IntStream.range(0, WEEKS)
                .mapToObj(week -> new ConfigurationWeek(
                        START.plusWeeks(week),
                        orders * Math.max(0, week - 5) / 20,
                        orders * Math.max(0, week - 7) / 18))
                .toList();
        return new ConfigurationLine(name, orders, orders * .94, 12, weeks);
    }

    private static ComponentLine component(String name) {
        int place = PARTS.indexOf(name);
        var risks = new ArrayList<LocalDate>();
        var weeks = new ArrayList<ComponentWeek>();
        for (int week = 0; week < WEEKS; week++) {
            long supplied = (week + 2 + 3L * place) / 4 * 24_000;
            long used = Math.min(supplied, week * (place == 0 ? 5_900L : 4_100L));
            weeks.add(new ComponentWeek(START.plusWeeks(week), supplied, used, supplied - used, 5_900));
            if (supplied - used < 5_900) {
                risks.add(START.plusWeeks(week));
            }
        }
        return new ComponentLine(name, risks, weeks);
    }

    private static ResourceLine resource() {
        return new ResourceLine(
                "paint-shop",
                IntStream.range(0, WEEKS)
                        .mapToObj(week -> new ResourceWeek(
                                START.plusWeeks(week), week > 8 && week < 15 ? 1_650 : 900 + 20L * week, 1_650))
                        .toList());
    }

    private static List<Binding> bindings() {
        var bindings = new ArrayList<Binding>();
        for (int week = 3; week < WEEKS; week++) {
            bindings.add(new Binding("component", "cell", START.plusWeeks(week), 90L + 61L * week * (week % 4)));
            if (week > 8 && week < 15) {
                bindings.add(new Binding("resource", "paint-shop", START.plusWeeks(week), 1_650));
            }
            if (week % 5 == 0) {
                bindings.add(new Binding("component", "motor", START.plusWeeks(week), 31L * week));
            }
        }
        bindings.add(new Binding("component", "cell", null, 318));
        return bindings;
    }

    private static List<Lead> leads() {
        return List.of(
                new Lead("earlier", "cell", null, List.of("amperon"), 34_012, Map.of()),
                new Lead("room", "paint-shop", START.plusWeeks(9), List.of(), 212, Map.of()),
                new Lead("earlier", "motor", null, List.of(), 88, Map.of()));
    }

    private static PlanRun run(PlanRun.State state) {
        boolean running = state == PlanRun.State.RUNNING;
        return new PlanRun(
                8,
                state,
                PlanWish.USUAL,
                null,
                7,
                "planner-7",
                SampleWorld.NOW,
                running
                        ? null
                        : new PlanRun.Inputs(START, 104, 41, 9_120, 127_071, 38_412, "p", "sha256:1c", "sha256:9a"),
                running ? null : report(),
                running ? null : Double.valueOf(1.9),
                null,
                state == PlanRun.State.PUBLISHED ? new PlanRun.Publication("planner-7", SampleWorld.NOW) : null,
                running ? new PlanRun.Running("comparing", .4) : null);
    }

    private static PlanReport report() {
        var shifts = List.of(
                new Shift(-2, 1_220),
                new Shift(-1, 4_511),
                new Shift(1, 18_904),
                new Shift(2, 9_760),
                new Shift(5, 3_988));
        var byOffer = List.of(group("pro-green", 12_400), group("base-white", 9_120), group("max-red", 3_310));
        var byRegion = List.of(group("north", 20_100), group("south", 12_552));
        return new PlanReport(
                figures(41_230),
                new PlanReport.Moves(
                        38_412,
                        88_659,
                        5_731,
                        32_652,
                        18,
                        11,
                        shifts,
                        byOffer,
                        byRegion,
                        List.of(group(null, 32_652)),
                        List.of(new PlanReport.YearCrossed(2027, 2028, 214))),
                new PlanReport.Bound(38_960, .058, 2_400),
                List.of(
                        choice("line", 0, 91_204, 44_510, 0),
                        choice("stay-put", 0, 38_412, 41_230, 0),
                        choice("stay-put", 8, 31_007, 41_902, 190),
                        choice("stay-put", 26, 22_480, 42_770, 2_204),
                        choice("protect-all", 0, 4_318, 46_020, 18_400)),
                leads(),
                List.of(new PlanReport.Held("component", "cell", 61_204, 28_110)),
                new PlanReport.Confirmation(4_120, 4_120, 1.0),
                List.of(),
                null,
                List.of());
    }

    private static Choice choice(String rule, int frozen, long moved, long late, long envy) {
        var figures = new Figures(127_071, 318, 2_410_000, late, moved / 3, 0, envy / 2, envy);
        return new Choice(rule, frozen, rule.equals("stay-put") && frozen == 0, moved, figures);
    }

    private static Group group(@Nullable String name, long later) {
        return new Group(name, later * 3, later / 6, later, 6, 4, later * 2);
    }
}

package dev.holdfast.supply.plan;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Prints how the time of `line` and `stay-put` grows from 10,000 to 5,000,000 orders of the synthetic plant, and draws
/// it. Arguments: the file of the picture, and what the machine is called in it.
public final class MeasureGrowth {
    private static final int[] ORDERS = {10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000, 5_000_000};
    /// The first two compile the rules for this size of line.
    private static final int ROUNDS = 5;

    private static final int COLD = 2;
    private static final long SEED = 1;

    private MeasureGrowth() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "plan-time.svg");
        String machine = arguments.length > 1 ? arguments[1] : System.getProperty("os.arch");
        List<TimePicture.Point> line = new ArrayList<>();
        List<TimePicture.Point> stayPut = new ArrayList<>();
        say("%12s %10s %10s %22s", "orders", "line", "stay-put", "stay-put, ns an order");
        for (int orders : ORDERS) {
            var synthetic = new SyntheticPlant(SEED, orders);
            Plant plant = synthetic.plant(false);
            Line unpromised = synthetic.line(SyntheticPlant.noPromises(orders));
            line.add(new TimePicture.Point(orders, seconds(Rule.LINE, plant, unpromised)));
            Line promised = synthetic.line(Rule.LINE.plan(plant, unpromised).week());
            Plant slipped = new SyntheticPlant(SEED, orders).plant(true);
            stayPut.add(new TimePicture.Point(orders, seconds(Rule.STAY_PUT, slipped, promised)));
            double again = stayPut.getLast().seconds();
            say("%,12d %8.3f s %8.3f s %22.0f", orders, line.getLast().seconds(), again, again * 1e9 / orders);
        }
        String made = "%s, %d cores, JDK %s, %s; warm medians of three"
                .formatted(
                        machine,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        LocalDate.now(ZoneOffset.UTC));
        Files.writeString(
                file,
                TimePicture.of(
                        made,
                        "200 configurations, 500 components, 104 weeks; dashed: what grows with the line exactly",
                        List.of(new TimePicture.Curve("line", line), new TimePicture.Curve("stay-put", stayPut))));
        say("drawn in %s", file);
    }

    private static double seconds(Rule rule, Plant plant, Line line) {
        var seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            rule.plan(plant, line);
            seconds[round] = (System.nanoTime() - began) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, COLD, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

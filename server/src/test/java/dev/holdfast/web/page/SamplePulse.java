package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.LineView;
import dev.holdfast.launch.LaunchView.OfferLine;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.pulse.Pulse;
import dev.holdfast.launch.pulse.Pulse.Health;
import dev.holdfast.launch.pulse.Second;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The sample car ten minutes into its rush: two servers of three take orders, one has fallen silent.
final class SamplePulse {
    private SamplePulse() {}

    static LiveNow now(Words words, boolean away) {
        return new LiveNow(words, launch(), pulse(), SampleWorld.curve(4_200), away);
    }

    /// Nobody has come yet, nothing was supplied, no figure has anything to be made of.
    static LiveNow empty(Words words) {
        var launch = SampleWorld.launch(State.SCHEDULED, SampleWorld.car());
        var pulse = new Pulse(
                NOW,
                Duration.ofMillis(2),
                List.of(new Second(NOW.minusSeconds(30), 0, 0, 0)),
                List.of(),
                new Pulse.Answers(0, null, null),
                new Pulse.Ending(
                        NOW, LongStream.range(0, 15).mapToObj(minute -> 0L).toList()),
                null,
                List.of(new Pulse.Instance("web-1 #412", Health.SERVING, NOW.minusSeconds(31), NOW, 0)));
        return new LiveNow(words, launch, pulse, List.of(), false);
    }

    private static LaunchView launch() {
        var view = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var lines = new ArrayList<OfferLine>();
        long held = 0;
        long placed = 0;
        for (var offer : view.definition().offers()) {
            long number = lines.size();
            lines.add(new OfferLine(offer.id(), 60 + number * 7 % 95, 2_400 + number * number * 1_931 % 6_100, 90));
            held += lines.getLast().held();
            placed += lines.getLast().placed();
        }
        var line = new LineView(151_207, held, placed, 90L * lines.size(), lines);
        return new LaunchView(1, "tern-one", State.OPEN, view.definition(), true, NOW, view.offers(), line);
    }

    private static Pulse pulse() {
        return new Pulse(
                NOW,
                Duration.ofMillis(3),
                seconds(),
                List.of(
                        new Pulse.Refused("SoldOut", 4_118, 21_302),
                        new Pulse.Refused("LimitReached", 212, 3_870),
                        new Pulse.Refused("TermsNotAccepted", 3, 41),
                        new Pulse.Refused("Overloaded", 0, 967)),
                new Pulse.Answers(31_204, Duration.ofMillis(23), Duration.ofMillis(61)),
                new Pulse.Ending(
                        NOW,
                        List.of(41L, 77L, 64L, 120L, 233L, 412L, 390L, 288L, 210L, 164L, 122L, 131L, 99L, 84L, 90L)),
                new Pulse.Payments(Duration.ofSeconds(48), Duration.ofMinutes(9), NOW.minusSeconds(1)),
                List.of(
                        new Pulse.Instance("web-1 #412", Health.SERVING, NOW.minus(Duration.ofDays(3)), NOW, 212),
                        new Pulse.Instance("web-2 #398", Health.SERVING, NOW.minus(Duration.ofDays(3)), NOW, 187),
                        new Pulse.Instance(
                                "web-3 #77",
                                Health.SILENT,
                                NOW.minus(Duration.ofHours(20)),
                                NOW.minus(Duration.ofSeconds(64)),
                                0)));
    }

    /// A rush that starts ten minutes ago, peaks and falls off; deposits follow a little behind.
    private static List<Second> seconds() {
        var seconds = new ArrayList<Second>();
        double orders = 0;
        double paid = 0;
        for (int second = -620; second <= 0; second++) {
            double age = second + 600;
            if (age > 0) {
                double wave = 1 + 0.18 * Math.sin(age / 7) + 0.1 * Math.sin(age / 2.3);
                orders += wave * (900 * Math.exp(-age / 150) + 60 + 40 * Math.sin(age / 90));
            }
            if (age > 30) {
                double wave = 1 + 0.12 * Math.sin(age / 11);
                paid += wave * (620 * Math.exp(-(age - 30) / 180) + 45);
            }
            seconds.add(new Second(NOW.plusSeconds(second), (long) orders, (long) paid, (long) (orders * 0.96)));
        }
        return seconds;
    }
}

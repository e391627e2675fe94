package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.PlantBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/// Assembles the plant of a launch, as it is told now or as it was known at any event before.
public final class Plants {
    private final CurveStore curves;

    Plants(CurveStore curves) {
        this.curves = curves;
    }

    public static Plants of(JdbcTemplate jdbc) {
        return new Plants(new CurveStore(jdbc));
    }

    /// The plant of a launch as told by now.
    ///
    /// @param offers the launch's offers, in the order of its definition; they become the configurations
    public AssembledPlant assemble(int launch, List<String> offers, Horizon horizon) {
        return assemble(launch, offers, horizon, latestEvent(launch));
    }

    /// The plant of a launch as it was known at an event; the same event and horizon give the same plant for ever.
    public AssembledPlant assemble(int launch, List<String> offers, Horizon horizon, long asOfEvent) {
        List<CurveStore.Receipt> receipts = curves.receipts(launch);
        List<String> components = List.copyOf(new TreeSet<>(offers));
        var builder = new PlantBuilder(horizon.weeks(), offers.size(), components.size(), 0);
        for (int configuration = 0; configuration < offers.size(); configuration++) {
            builder.need(configuration, components.indexOf(offers.get(configuration)), 1, 0);
        }
        var canonical = new StringBuilder();
        for (CurveStore.Receipt receipt : receipts) {
            int component = components.indexOf(receipt.offer());
            if (component >= 0) {
                int week = Math.toIntExact(ChronoUnit.WEEKS.between(horizon.start(), receipt.week())) + 1;
                builder.receive(component, week, receipt.quantity());
                canonical.append(receipt).append('\n');
            }
        }
        return new AssembledPlant(
                asOfEvent,
                horizon,
                builder.build(),
                offers,
                components,
                List.of(),
                offers.stream().map(offer -> 0).toList(),
                hash(canonical.append(horizon).append(offers).toString()),
                List.of());
    }

    /// The number of the last supply event of a launch; 0 before the first.
    public long latestEvent(int launch) {
        return 0;
    }

    /// What the events after `after` up to and with `upTo` touched, each with the last event that did.
    public Touched touched(int launch, long after, long upTo) {
        return new Touched(Map.of(), Map.of(), Map.of());
    }

    private static String hash(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}

package dev.holdfast.supply;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Resupplied;
import dev.holdfast.member.Members;
import dev.holdfast.supply.master.Teller;
import dev.holdfast.supply.master.Uploads;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.run.LaunchFigures;
import dev.holdfast.supply.run.PublishedLines;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of the module: what can be delivered when.
public final class Supply {
    /// The largest file worth reading: a million rows with room to spare.
    public static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

    /// Who takes units from the supply, as its versions and events name them.
    private static final String WITHHOLDER = "delivery";

    private final SupplyStore store;
    private final StoppedUnits stopped;
    private final Uploads uploads;
    private final Outlooks outlooks;
    private final LaunchFigures figures;
    private final Launch launch;
    private final PublishedLines lines;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Supply(
            SupplyStore store,
            StoppedUnits stopped,
            Uploads uploads,
            Outlooks outlooks,
            LaunchFigures figures,
            Launch launch,
            PublishedLines lines,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.stopped = stopped;
        this.uploads = uploads;
        this.outlooks = outlooks;
        this.figures = figures;
        this.launch = launch;
        this.lines = lines;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Puts a new supply in force and gives every order that it moves a new promise, in one act. Once a plan
    /// was published it is one more word of a supplier, and moves nobody before the next plan is. Units that
    /// are stopped are not there whatever the file says.
    ///
    /// @param csv header `offer,week,quantity`, UTF-8
    /// @throws Problem INVALID with every bad row (the first 100), and nothing changed
    public Supplied upload(String slug, InputStream csv, String operator) {
        LaunchDefinition definition = launch.look(slug).definition();
        Set<String> offers = offers(definition);
        SupplyFile file = SupplyFile.read(csv, offers);
        return transactions.execute(status -> {
            int number = launch.lockLine(slug);
            Teller teller = new Teller(number, offers, definition.timeZone(), operator, "", clock.instant());
            Map<String, Curve> before = store.curves(number);
            int version = store.add(number, teller.at(), operator, file.quantities());
            members.audit(operator, "upload_supply", slug, "version " + version + ", " + file.units() + " units");
            Resupplied moved = putInForce(teller, version, before, stopped.of(number));
            return new Supplied(version, file.rows(), file.units(), moved);
        });
    }

    /// Takes units that are stopped from the supply, and puts back those that are not any more: a version of
    /// what was told last, put in force as any other. Nothing happens when the version in force says so
    /// already, so this may be asked again after whatever died.
    public void withhold(String slug) {
        LaunchDefinition definition = launch.look(slug).definition();
        Set<String> offers = offers(definition);
        transactions.executeWithoutResult(status -> {
            int number = launch.lockLine(slug);
            // Read under the lock: of two who count at once, the later one counts what is so then.
            Map<String, Long> now = stopped.of(number);
            if (store.withholds(number, now)) {
                return;
            }
            Teller teller =
                    new Teller(number, offers, definition.timeZone(), WITHHOLDER, "quarantine", clock.instant());
            Map<String, Curve> before = store.curves(number);
            putInForce(teller, store.repeat(number, teller.at(), WITHHOLDER), before, now);
        });
    }

    private @Nullable Resupplied putInForce(
            Teller teller, int version, Map<String, Curve> before, Map<String, Long> stopped) {
        int number = teller.launch();
        store.withhold(number, version, stopped);
        Map<String, Curve> curves = store.curves(number);
        uploads.curve(teller, version, changed(teller.offers(), before, curves));
        return lines.published(number) ? null : launch.resupply(number, curves, "supply_changed");
    }

    private static Set<String> offers(LaunchDefinition definition) {
        return definition.offers().stream().map(LaunchDefinition.Offer::id).collect(Collectors.toSet());
    }

    private static Set<String> changed(Set<String> offers, Map<String, Curve> before, Map<String, Curve> after) {
        return offers.stream()
                .filter(offer ->
                        !before.getOrDefault(offer, Curve.NOTHING).equals(after.getOrDefault(offer, Curve.NOTHING)))
                .collect(Collectors.toSet());
    }

    /// The curve of one offer under the supply in force; no points when it has none.
    public List<CurvePoint> curve(String slug, String offer) {
        Curve curve = store.curves(launch.number(slug)).getOrDefault(offer, Curve.NOTHING);
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < curve.weeks().size(); i++) {
            points.add(new CurvePoint(curve.weeks().get(i), curve.cumulative().get(i)));
        }
        return points;
    }

    /// How well this launch's promises were kept, how calm they were and how fair, from every promise ever given; how
    /// good
    /// its plans were, and how its suppliers kept their word.
    public LaunchMetrics metrics(String slug) {
        return figures.of(slug);
    }

    /// How sure the promised weeks are, by how suppliers kept their word so far. Takes seconds for a long line.
    public LaunchOdds odds(String slug) {
        return outlooks.odds(slug);
    }
}

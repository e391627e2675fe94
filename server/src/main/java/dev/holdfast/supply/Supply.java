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
import org.springframework.transaction.support.TransactionTemplate;

/// The face of the module: what can be delivered when.
public final class Supply {
    /// The largest file worth reading: a million rows with room to spare.
    public static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

    private final SupplyStore store;
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
            Uploads uploads,
            Outlooks outlooks,
            LaunchFigures figures,
            Launch launch,
            PublishedLines lines,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.uploads = uploads;
        this.outlooks = outlooks;
        this.figures = figures;
        this.launch = launch;
        this.lines = lines;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Puts a new supply in force and gives every order that it moves a new promise, in one act. Once a plan was
    /// published it is one more word of a supplier, and moves nobody before the next plan is.
    ///
    /// @param csv header `offer,week,quantity`, UTF-8
    /// @throws Problem INVALID with every bad row (the first 100), and nothing changed
    public Supplied upload(String slug, InputStream csv, String operator) {
        LaunchDefinition definition = launch.look(slug).definition();
        Set<String> offers =
                definition.offers().stream().map(LaunchDefinition.Offer::id).collect(Collectors.toSet());
        SupplyFile file = SupplyFile.read(csv, offers);
        Map<String, Curve> curves = file.curves();
        return transactions.execute(status -> {
            int number = launch.lockLine(slug);
            Set<String> changed = changed(offers, store.curves(number), curves);
            int version = store.add(number, clock.instant(), operator, file.quantities());
            uploads.curve(
                    new Teller(number, offers, definition.timeZone(), operator, "", clock.instant()), version, changed);
            members.audit(operator, "upload_supply", slug, "version " + version + ", " + file.units() + " units");
            if (lines.published(number)) {
                return new Supplied(version, file.rows(), file.units(), null);
            }
            Resupplied moved = launch.resupply(number, curves, "supply_changed");
            return new Supplied(version, file.rows(), file.units(), moved);
        });
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

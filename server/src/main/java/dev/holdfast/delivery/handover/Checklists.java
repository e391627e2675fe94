package dev.holdfast.delivery.handover;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of checklists: what is looked at when something is handed over, launch by launch.
public final class Checklists {
    public static final int MAX_FILE_BYTES = 256 * 1024;

    /// More than anybody goes through with an owner beside them.
    static final int MAX_POINTS = 100;

    private static final int MAX_NAME = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final ChecklistStore store;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Checklists(
            ChecklistStore store,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The one in force.
    ///
    /// @throws Problem UNKNOWN when there is no such launch
    public Checklist of(String slug) {
        int number = launch.number(slug);
        return store.of(number, store.version(number));
    }

    /// Puts a whole list in force for hand-overs that begin from now on.
    ///
    /// @throws Problem UNKNOWN; INVALID with every fault (the first 100), and nothing changed
    public Checklist put(String slug, MasterRows rows, String operator) {
        int number = launch.number(slug);
        RowReading reading = new RowReading("checklist", "point,nameEn,nameZh", "needed,photo", rows);
        List<Point> points = read(reading);
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_checklist", reading.detail(), reading.faults());
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            int version = store.put(number, points, clock.instant());
            members.audit(operator, "put_checklist", slug, "version " + version + ", " + points.size() + " points");
            return store.of(number, version);
        }));
    }

    private static List<Point> read(RowReading reading) {
        Map<String, Point> points = new LinkedHashMap<>();
        reading.each(row -> {
            String id = row.name("point");
            if (!ID.matcher(id).matches()) {
                row.refuse("point", "must be of at most 40 small letters, digits and hyphens");
            } else if (points.containsKey(id)) {
                row.refuse("point", "stands twice in the list");
            } else if (points.size() == MAX_POINTS) {
                row.refuse("point", "is one too many: there may be " + MAX_POINTS);
            }
            Map<String, String> name = Map.of("en", row.name("nameEn"), "zh", row.name("nameZh"));
            if (name.values().stream().anyMatch(one -> one.length() > MAX_NAME)) {
                row.refuse("nameEn", "must be, as nameZh, of at most " + MAX_NAME + " characters");
            }
            Point point = new Point(id, name, row.flag("needed"), row.flag("photo"));
            if (row.isGood()) {
                points.put(id, point);
            }
        });
        return List.copyOf(points.values());
    }
}

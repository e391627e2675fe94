package dev.holdfast.service.warranty;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of warranties, launch by launch.
public final class Warranties {
    public static final int MAX_FILE_BYTES = 256 * 1024;

    static final int MAX_TERMS = 200;

    private static final int MAX_MONTHS = 50 * 12;
    private static final int MAX_KM = 10_000_000;
    private static final int MAX_TEXT = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final WarrantyStore store;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Warranties(
            WarrantyStore store,
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

    /// The latest.
    ///
    /// @throws Problem UNKNOWN when there is no such launch
    public Warranty of(String slug) {
        return store.latest(launch.number(slug));
    }

    /// The one that an owner has who took over at that time.
    public Warranty at(int launch, Instant handedOver) {
        return store.at(launch, handedOver);
    }

    /// Puts a whole list in force for those who take over from now on.
    ///
    /// @throws Problem UNKNOWN; INVALID with every fault (the first 100), and nothing changed
    public Warranty put(String slug, MasterRows rows, String operator) {
        int number = launch.number(slug);
        RowReading reading = new RowReading("warranty", "term,months,nameEn,nameZh", "component,maxKm", rows);
        Map<String, Term> terms = read(reading);
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_warranty", reading.detail(), reading.faults());
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            Warranty put = store.put(number, List.copyOf(terms.values()), clock.instant());
            members.audit(operator, "put_warranty", slug, "version " + put.version() + ", " + terms.size() + " terms");
            return put;
        }));
    }

    /// By component: two about one would leave it to chance.
    private static Map<String, Term> read(RowReading reading) {
        Map<String, Term> terms = new LinkedHashMap<>();
        reading.each(row -> {
            String id = row.name("term");
            String component = row.text("component").strip();
            if (!ID.matcher(id).matches()) {
                row.refuse("term", "must be of at most 40 small letters, digits and hyphens");
            } else if (terms.containsKey(component)) {
                row.refuse("component", "has a term already");
            } else if (terms.size() == MAX_TERMS) {
                row.refuse("term", "is one too many: there may be " + MAX_TERMS);
            }
            Map<String, String> name = Map.of("en", row.name("nameEn"), "zh", row.name("nameZh"));
            if (component.length() > MAX_TEXT || name.values().stream().anyMatch(one -> one.length() > MAX_TEXT)) {
                row.refuse("nameEn", "must be, as nameZh and component, of at most " + MAX_TEXT + " characters");
            }
            int months = (int) row.whole("months", 1, MAX_MONTHS);
            Integer km = row.text("maxKm").isEmpty() ? null : (int) row.whole("maxKm", 1, MAX_KM);
            if (row.isGood()) {
                terms.put(component, new Term(id, component, months, km, name));
            }
        });
        return terms;
    }
}

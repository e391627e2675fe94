package dev.holdfast.supply;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.member.Members;
import dev.holdfast.supply.master.Archive;
import dev.holdfast.supply.master.MasterFile;
import dev.holdfast.supply.master.Teller;
import dev.holdfast.supply.master.Telling;
import dev.holdfast.supply.master.Uploads;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// What planners and suppliers tell about a launch's supply: files of master data, and events.
public final class MasterData {
    /// A file of as many rows as one may have, with names of a reasonable length.
    public static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

    /// Events in one page.
    public static final int MAX_PAGE = 1_000;

    private static final int MAX_SOURCE = 200;

    private final Uploads uploads;
    private final Telling telling;
    private final Archive archive;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    MasterData(
            Uploads uploads,
            Telling telling,
            Archive archive,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.uploads = uploads;
        this.telling = telling;
        this.archive = archive;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Puts a whole file in the place of the one before, which is kept as the version it was.
    ///
    /// @param source where the file is from, in its sender's words
    /// @throws Problem INVALID with every fault (the first 100), and nothing changed
    public MasterUploaded put(String slug, String file, MasterRows rows, @Nullable String source, String planner) {
        Teller teller = teller(slug, source, planner);
        MasterFile kind = MasterFile.of(file);
        return transactions.execute(status -> {
            MasterUploaded uploaded = uploads.put(teller, kind, rows);
            if (uploaded.changed()) {
                members.audit(
                        planner,
                        "upload_master_data",
                        slug,
                        file + " version " + uploaded.version().version() + ", "
                                + uploaded.version().rows() + " rows, event "
                                + uploaded.version().event());
            }
            return uploaded;
        });
    }

    /// A file as it is in force, or as it was.
    ///
    /// @param version null for the one in force
    /// @throws Problem UNKNOWN when it was never given
    public MasterCopy look(String slug, String file, @Nullable Integer version) {
        return archive.copy(launch.number(slug), MasterFile.of(file), version)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_master_file",
                        "This launch has no " + file + (version == null ? "" : " of version " + version)
                                + ". Send it by PUT, or leave it: a file that was never given says nothing."));
    }

    /// The latest versions of all files, the newest first.
    public List<MasterVersion> versions(String slug, int limit) {
        return archive.versions(launch.number(slug), limit);
    }

    /// Writes down what suppliers and storekeepers say; all of it, or nothing when a row is bad.
    ///
    /// @return what became of each row, in their order
    /// @throws Problem INVALID with every fault (the first 100), or CONFLICT when an id was used for something else
    public List<SupplyTold> tell(String slug, MasterRows rows, @Nullable String source, String planner) {
        Teller teller = teller(slug, source, planner);
        return transactions.execute(status -> {
            List<SupplyTold> told = telling.tell(teller, rows);
            long applied = told.stream()
                    .filter(one -> one.effect() == SupplyTold.Effect.APPLIED)
                    .count();
            if (told.stream().anyMatch(one -> one.effect() != SupplyTold.Effect.UNCHANGED)) {
                members.audit(
                        planner,
                        "tell_supply",
                        slug,
                        told.size() + " told, " + applied + " applied, source '" + teller.source() + "'");
            }
            return told;
        });
    }

    /// The events after one, in their order.
    public List<SupplyEvent> events(String slug, long after, int limit) {
        return archive.events(launch.number(slug), after, limit);
    }

    /// The last event's number; 0 before the first.
    public long latestEvent(String slug) {
        return archive.latest(launch.number(slug));
    }

    /// Every file there can be.
    public static List<MasterShape> shapes() {
        return Archive.shapes();
    }

    private Teller teller(String slug, @Nullable String source, String planner) {
        LaunchDefinition definition = launch.look(slug).definition();
        String from = source == null ? "" : source.strip();
        if (from.length() > MAX_SOURCE || from.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'source' must have at most " + MAX_SOURCE + " characters and none that controls a terminal.");
        }
        return new Teller(
                launch.number(slug),
                definition.offers().stream().map(LaunchDefinition.Offer::id).collect(Collectors.toSet()),
                definition.timeZone(),
                planner,
                from,
                clock.instant());
    }
}

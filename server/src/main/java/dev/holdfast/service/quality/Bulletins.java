package dev.holdfast.service.quality;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of bulletins: what an incident changes in what is built. A spec is another's; this says what it
/// should say, and which of its versions came to say it.
public final class Bulletins {
    static final int MAX_SHOWN = 100;

    private final BulletinStore store;
    private final Incidents incidents;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Bulletins(
            BulletinStore store,
            Incidents incidents,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.incidents = incidents;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Its number, instant and author are given here.
    ///
    /// @throws Problem UNKNOWN when there is no such incident; INVALID
    public Bulletin write(Bulletin told, String actor) {
        Bulletin bulletin = told.check();
        incidents.look(bulletin.incident());
        return Objects.requireNonNull(transactions.execute(status -> {
            int number = store.write(new Bulletin(
                    0,
                    bulletin.incident(),
                    bulletin.product(),
                    bulletin.attribute(),
                    bulletin.from(),
                    bulletin.to(),
                    bulletin.reason(),
                    clock.instant(),
                    actor,
                    null));
            members.audit(actor, "write_bulletin", String.valueOf(number), "incident " + bulletin.incident());
            return look(number);
        }));
    }

    /// Whoever keeps specs, as long as nobody here knows them.
    public interface Spec {
        /// Publishes the version that says what the bulletin says, in the running transaction.
        void publish(Bulletin bulletin, int version);
    }

    /// A version of the spec says so from now on, and the bulletin which: both, or neither, whatever dies between.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `bulletin_taken` when another does already; and whatever the spec refuses
    public Bulletin publish(int number, int version, Spec spec, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Bulletin bulletin = look(number);
            if (!store.take(number, version)) {
                throw taken(look(number));
            }
            spec.publish(bulletin, version);
            members.audit(actor, "take_bulletin", String.valueOf(number), "version " + version);
            return look(number);
        }));
    }

    private static Problem taken(Bulletin bulletin) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "bulletin_taken",
                "Version " + bulletin.version() + " of the spec of '" + bulletin.product() + "' says so already.");
    }

    /// @throws Problem UNKNOWN
    public Bulletin look(int number) {
        return store.find(number).orElseThrow(() -> QualityProblems.unknownBulletin(number));
    }

    /// Those of a launch's incidents, the latest first.
    public List<Bulletin> all(String slug) {
        launch.look(slug);
        return store.all(slug, MAX_SHOWN);
    }
}

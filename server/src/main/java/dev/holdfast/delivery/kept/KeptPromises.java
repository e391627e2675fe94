package dev.holdfast.delivery.kept;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of kept promises: what was published of each launch, and the file from which anybody counts it again.
public final class KeptPromises {
    public static final int MAX_PAGE = 100;

    /// A tablet may be off the air for a while: what is handed over on a Sunday is told by Monday.
    static final Duration GRACE = Duration.ofDays(1);

    private final Publishing publishing;
    private final PublicationStore publications;
    private final OutcomeStore outcomes;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    KeptPromises(
            Publishing publishing,
            PublicationStore publications,
            OutcomeStore outcomes,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.publishing = publishing;
        this.publications = publications;
        this.outcomes = outcomes;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What became of asking for a publication.
    ///
    /// @param replayed there was nothing to tell that it did not tell, and nothing was done
    public record Published(Publication publication, boolean replayed) {}

    /// Counts up to the last week that is over.
    ///
    /// @throws Problem UNKNOWN, or CONFLICT when there is nothing yet to count
    public Published publish(String slug, String operator) {
        LaunchView view = launch.look(slug);
        LocalDate until = Publishing.monday(clock.instant(), view.definition().timeZone());
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Publication> fresh = publishing.publish(view, until);
            fresh.ifPresent(one -> members.audit(
                    operator, "publish_kept_promises", slug, "publication " + one.number() + " until " + one.until()));
            return fresh.or(() -> publishing.latest(view.number()))
                    .map(one -> new Published(one, fresh.isEmpty()))
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.CONFLICT,
                            "nothing_promised_yet",
                            "No window of launch '" + slug + "' was over and no order had ended by " + until
                                    + ", so there is nothing to count. Ask again when a week is over."));
        }));
    }

    /// Publishes of each launch whose last week is over for a day and was not counted. One that cannot be counted keeps
    /// no other from it.
    ///
    /// @return false: the next week is long
    boolean round() {
        RuntimeException failed = null;
        for (LaunchView view : launch.all()) {
            try {
                count(view);
            } catch (RuntimeException fault) {
                failed = fault;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return false;
    }

    private void count(LaunchView view) {
        LocalDate until = Publishing.monday(
                clock.instant().minus(GRACE), view.definition().timeZone());
        LocalDate looked = publications
                .line(view.number())
                .map(PublicationStore.Line::until)
                .orElse(null);
        if (looked == null || looked.isBefore(until)) {
            transactions.executeWithoutResult(status -> publishing.publish(view, until));
        }
    }

    /// Of every launch the latest.
    public List<Publication> latest() {
        return publications.latestOfAll();
    }

    /// The latest first, before the given number.
    ///
    /// @throws Problem UNKNOWN when there is no such launch
    public List<Publication> of(String slug, int before, int limit) {
        return publications.page(launch.number(slug), before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// @throws Problem UNKNOWN
    public Publication find(String slug, int number) {
        return publications
                .one(launch.number(slug), number)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_publication",
                        "Launch '" + slug + "' has no publication " + number + " of kept promises."));
    }

    /// @param by null: all of them
    public List<Figure> figures(Publication publication, Figure.@Nullable By by) {
        return publications.figures(publication, by);
    }

    /// The file of a publication, read anew. It fits its checksum as long as nobody rewrote a row.
    public void export(Publication publication, OutputStream to) {
        try {
            OutcomeFile.write(outcomes, publication.launch(), publication.number(), outcome -> {}, to);
        } catch (IOException readerWentAway) {
            throw new UncheckedIOException(readerWentAway);
        }
    }

    /// By which name the files tell of an order, and what they told last.
    ///
    /// @param outcome null: nothing yet
    public record Own(UUID name, @Nullable Outcome outcome) {}

    /// @throws Problem UNKNOWN when there is no such order, or not for the one who asks
    public Own own(OrderId order, Asker asker) {
        launch.order(order, asker);
        int number = order.launch();
        // Whoever asks before anything was counted is given the name that they will have.
        publications.begin(number, publishing.secret());
        Names names = new Names(publications.line(number).orElseThrow().secret());
        UUID name = names.of(order);
        return new Own(name, outcomes.latest(number, List.of(name)).get(name));
    }
}

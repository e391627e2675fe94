package dev.holdfast.delivery.kept;

import dev.holdfast.delivery.kept.OutcomeStore.HandedOver;
import dev.holdfast.delivery.kept.PublicationStore.Line;
import dev.holdfast.kernel.CheckedFile;
import dev.holdfast.launch.Course;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Counts a launch up to a Monday and publishes what came of it. In the caller's transaction, under the launch's row.
///
/// All paid orders are gone through, a page at a time, and what is to be told of each is held against what was told of
/// it last. What ended is not looked at again: whatever is done to the order later, what was published of its end
/// stands.
final class Publishing {
    private static final int PAGE = 1_000;
    private static final int SECRET_BYTES = 32;

    private final PublicationStore publications;
    private final OutcomeStore outcomes;
    private final Progress progress;
    private final RandomGenerator random;
    private final InstantSource clock;

    Publishing(
            PublicationStore publications,
            OutcomeStore outcomes,
            Progress progress,
            RandomGenerator random,
            InstantSource clock) {
        this.publications = publications;
        this.outcomes = outcomes;
        this.progress = progress;
        this.random = random;
        this.clock = clock;
    }

    /// The Monday of the week of an instant.
    static LocalDate monday(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// @param until weeks before it are over
    /// @return empty: there is nothing to tell that was not told by the publication before
    Optional<Publication> publish(LaunchView launch, LocalDate until) {
        publications.begin(launch.number(), secret());
        Line line = publications.lock(launch.number());
        Publication latest = latest(launch.number()).orElse(null);
        if (latest != null && latest.until().isAfter(until)) {
            return Optional.empty();
        }
        int number = latest == null ? 1 : latest.number() + 1;
        boolean changed = follow(launch, number, until, new Names(line.secret()));
        publications.looked(launch.number(), until);
        Counting counting = new Counting(until);
        CheckedFile file = write(launch.number(), number, counting);
        List<Figure> figures = counting.figures();
        boolean nothingNew =
                latest == null ? figures.isEmpty() : !changed && figures.equals(publications.figures(latest, null));
        if (nothingNew) {
            return Optional.empty();
        }
        Publication publication = new Publication(
                launch.number(),
                number,
                Publication.RULE,
                until,
                figures.getFirst().orders(),
                file.bytes(),
                file.checksum(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        publications.publish(publication, figures);
        return Optional.of(publication);
    }

    /// A secret for a launch that has none.
    byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    Optional<Publication> latest(int launch) {
        return publications.page(launch, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    private CheckedFile write(int launch, int number, Counting counting) {
        try {
            return OutcomeFile.write(outcomes, launch, number, counting::add, OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @return whether there is anything that was not told before
    private boolean follow(LaunchView launch, int number, LocalDate until, Names names) {
        ZoneId zone = launch.definition().timeZone();
        Instant cut = until.atStartOfDay(zone).toInstant();
        @Nullable OrderId after = null;
        boolean changed = false;
        List<Course> page;
        do {
            page = progress.courses(launch, cut, after, PAGE);
            if (!page.isEmpty()) {
                changed |= follow(page, number, until, names, zone);
                after = page.getLast().order();
            }
        } while (page.size() == PAGE);
        return changed;
    }

    private boolean follow(List<Course> page, int number, LocalDate until, Names names, ZoneId zone) {
        Map<OrderId, HandedOver> handedOver =
                outcomes.handedOver(page.stream().map(Course::order).toList());
        Instant cut = until.atStartOfDay(zone).toInstant();
        List<Outcome> seen = page.stream()
                .map(course -> outcome(course, handedOver.get(course.order()), cut, names, zone))
                .filter(Objects::nonNull)
                .filter(one -> !one.open() || one.first().isBefore(until))
                .toList();
        int launch = page.getFirst().order().launch();
        Map<UUID, Outcome> told =
                outcomes.latest(launch, seen.stream().map(Outcome::name).toList());
        List<Outcome> news = seen.stream()
                .filter(one -> told.get(one.name()) == null
                        || (told.get(one.name()).open() && !one.equals(told.get(one.name()))))
                .toList();
        outcomes.add(launch, number, news);
        return !news.isEmpty();
    }

    /// @return null: it was never promised anything
    private static @Nullable Outcome outcome(
            Course course, @Nullable HandedOver unit, Instant cut, Names names, ZoneId zone) {
        if (course.first() == null || course.last() == null) {
            return null;
        }
        Course.Ending ending = course.ending();
        Instant at = course.at();
        if (unit != null && unit.at().isBefore(cut)) {
            ending = Course.Ending.HANDED_OVER;
            at = unit.at();
        }
        return new Outcome(
                names.of(course.order()),
                course.offer(),
                course.region(),
                course.first(),
                course.last(),
                ending,
                at == null ? null : monday(at, zone),
                !course.altered() && (unit == null || unit.configuration().equals(course.offer())));
    }
}

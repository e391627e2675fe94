package dev.holdfast.web.page;

import dev.holdfast.delivery.kept.Figure;
import dev.holdfast.delivery.kept.Figure.By;
import dev.holdfast.delivery.kept.Promise;
import dev.holdfast.delivery.kept.Publication;
import dev.holdfast.kernel.Wilson;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How one launch's promises were kept: the figures of one publication, against either promise.
///
/// @param publication null: nothing was due yet
record KeptLaunchPage(
        Frame frame, LaunchView launch, @Nullable Publication publication, List<Figure> figures) {
    /// More than a picture can tell apart.
    private static final int MAX_WEEKS = 156;

    KeptLaunchPage {
        figures = List.copyOf(figures);
    }

    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(launch.definition().name());
    }

    /// Whether there is more than one to tell apart by it.
    boolean several(By by) {
        return figures.stream().filter(figure -> figure.by() == by).count() > Promise.values().length;
    }

    List<Figure> by(By by) {
        return figures.stream().filter(figure -> figure.by() == by).toList();
    }

    /// Of weeks those that were promised and are over.
    List<Figure> shown(By by) {
        return by(by).stream()
                .filter(figure -> by != By.WEEK || figure.due() > 0)
                .toList();
    }

    String label(Figure figure) {
        if (figure.name().equals(Figure.FEW)) {
            return words().say("kept.few");
        }
        return switch (figure.by()) {
            case LAUNCH -> name();
            case CONFIGURATION -> OfferNames.of(launch.definition(), figure.name(), words());
            case REGION -> region(figure.name());
            case WEEK -> words().brief(Window.ofWeek(LocalDate.parse(figure.name())));
        };
    }

    private String region(String id) {
        return launch.definition().regions().stream()
                .filter(region -> region.id().equals(id))
                .map(LaunchDefinition.Region::name)
                .map(words()::name)
                .findFirst()
                .orElse(id);
    }

    String promise(Figure figure) {
        return words().say("kept.promise." + figure.promise());
    }

    String share(@Nullable Double share) {
        return KeptPage.share(words(), share);
    }

    /// Between which shares the true one lies.
    @Nullable
    String between(@Nullable Wilson interval) {
        return interval == null
                ? null
                : words().say("kept.between", words().share(interval.low()), words().share(interval.high()));
    }

    String of(long part, long whole) {
        return words().say("kept.of", words().number(part), words().number(whole));
    }

    String median(Figure figure) {
        Integer weeks = figure.medianWeeks();
        if (weeks == null) {
            return words().say("kept.none");
        }
        if (weeks == 0) {
            return words().say("kept.inWeek");
        }
        return words().count(weeks < 0 ? "kept.early" : "kept.late", Math.abs(weeks));
    }

    String file() {
        return publication == null
                ? ""
                : "/api/v1/launches/" + launch.slug() + "/kept/" + publication.number() + "/orders";
    }

    String json() {
        return file().replaceFirst("/orders$", "");
    }

    String until() {
        return publication == null ? "" : words().day(publication.until().minusDays(1));
    }

    /// The publication before, where there is one.
    @Nullable
    String earlier() {
        return publication == null || publication.number() == 1
                ? null
                : "/kept/" + launch.slug() + "?number=" + (publication.number() - 1);
    }

    /// What was promised first, and what was handed over, from the first week on.
    @Nullable
    Steps steps() {
        TreeMap<LocalDate, Long> promised = new TreeMap<>();
        TreeMap<LocalDate, Long> handedOver = new TreeMap<>();
        for (Figure figure : by(By.WEEK)) {
            if (figure.promise() == Promise.FIRST) {
                promised.merge(LocalDate.parse(figure.name()), figure.due(), Long::sum);
                handedOver.merge(LocalDate.parse(figure.name()), figure.handedOver(), Long::sum);
            }
        }
        if (publication == null || promised.isEmpty()) {
            return null;
        }
        var words = words();
        List<Steps.Week> weeks = weeks(promised, handedOver, publication.until());
        return new Steps(
                "kept",
                words.say("kept.picture"),
                weeks,
                words.say("kept.handedOver"),
                words.say("kept.promised"),
                words.say("kept.behind"),
                words.say(
                        "kept.summary",
                        words.number(weeks.getLast().demand()),
                        words.number(weeks.getLast().supply()),
                        until()),
                words);
    }

    private static List<Steps.Week> weeks(
            Map<LocalDate, Long> promised, TreeMap<LocalDate, Long> handedOver, LocalDate until) {
        List<Steps.Week> weeks = new ArrayList<>();
        long demand = 0;
        long supply = 0;
        LocalDate first = handedOver.firstKey();
        LocalDate shown = until.minusWeeks(MAX_WEEKS);
        for (LocalDate week = first; week.isBefore(until); week = week.plusWeeks(1)) {
            long due = promised.getOrDefault(week, 0L);
            long came = handedOver.getOrDefault(week, 0L);
            demand += due;
            supply += came;
            if (!week.isBefore(shown)) {
                // Where it fell behind, and not for as long as it stays there: that the two lines show.
                weeks.add(new Steps.Week(week, supply, demand, came < due));
            }
        }
        return weeks;
    }
}

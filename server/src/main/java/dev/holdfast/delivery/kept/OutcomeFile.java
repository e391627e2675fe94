package dev.holdfast.delivery.kept;

import dev.holdfast.kernel.CheckedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The file of a publication: a line for each order, by names that say nothing, written a page at a time.
///
/// A configuration in a region with fewer than [#MIN_GROUP] orders is not named, in the file or in any figure: one who
/// knows where a rare car went would know whose it is.
final class OutcomeFile {
    static final int MIN_GROUP = 10;

    private static final String HEADER = "order,configuration,region,first,current,ending,ended,full\n";
    private static final int ROW_CHARACTERS = 96;
    private static final int PAGE = 2_000;

    private final OutcomeStore store;
    private final int launch;
    private final int publication;
    private final Map<Kind, Integer> sizes = new HashMap<>();

    private OutcomeFile(OutcomeStore store, int launch, int publication) {
        this.store = store;
        this.launch = launch;
        this.publication = publication;
    }

    private record Kind(String configuration, @Nullable String region) {}

    /// @param each hears of every line
    static CheckedFile write(OutcomeStore store, int launch, int publication, Consumer<Outcome> each, OutputStream to)
            throws IOException {
        OutcomeFile file = new OutcomeFile(store, launch, publication);
        file.pages(outcomes -> outcomes.forEach(one -> file.sizes.merge(kind(one), 1, Integer::sum)));
        CheckedFile checked = new CheckedFile(to);
        checked.put(HEADER);
        file.pages(outcomes -> {
            StringBuilder text = new StringBuilder(outcomes.size() * ROW_CHARACTERS);
            for (Outcome outcome : outcomes) {
                Outcome told = file.told(outcome);
                line(text, told);
                each.accept(told);
            }
            checked.put(text.toString());
        });
        return checked;
    }

    private interface Page {
        void of(List<Outcome> outcomes) throws IOException;
    }

    private void pages(Page each) throws IOException {
        @Nullable UUID after = null;
        List<Outcome> page;
        do {
            page = store.page(launch, publication, after, PAGE);
            if (!page.isEmpty()) {
                each.of(page);
                after = page.getLast().name();
            }
        } while (page.size() == PAGE);
    }

    private static Kind kind(Outcome outcome) {
        return new Kind(outcome.configuration(), outcome.region());
    }

    private Outcome told(Outcome outcome) {
        return sizes.getOrDefault(kind(outcome), 0) >= MIN_GROUP
                ? outcome
                : new Outcome(
                        outcome.name(),
                        Figure.FEW,
                        null,
                        outcome.first(),
                        outcome.last(),
                        outcome.ending(),
                        outcome.ended(),
                        outcome.inFull());
    }

    private static void line(StringBuilder text, Outcome outcome) {
        text.append(outcome.name()).append(',').append(outcome.configuration()).append(',');
        text.append(outcome.region() == null ? Figure.FEW : outcome.region()).append(',');
        text.append(outcome.first()).append(',').append(outcome.last()).append(',');
        text.append(outcome.ending().name().toLowerCase(Locale.ROOT)).append(',');
        text.append(outcome.ended() == null ? "" : outcome.ended().toString()).append(',');
        text.append(outcome.inFull() ? '1' : '0').append('\n');
    }
}

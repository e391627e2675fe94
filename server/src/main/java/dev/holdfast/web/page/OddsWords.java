package dev.holdfast.web.page;

import dev.holdfast.launch.Window;
import dev.holdfast.supply.run.PublishedOdds;
import org.jspecify.annotations.Nullable;

/// How sure a window is, in one calm sentence.
///
/// Said only where suppliers have a past to judge by: without one the odds are the plan, and a sentence that says no
/// more
/// than the window would be read as a promise of more.
final class OddsWords {
    private OddsWords() {}

    /// Null: there is nothing to say beyond the window.
    static @Nullable String of(Words words, @Nullable Window promise, PublishedOdds.@Nullable Odds odds) {
        if (promise == null || odds == null || !odds.judged()) {
            return null;
        }
        Window half = odds.half();
        Window likely = odds.likely();
        if (likely != null) {
            return likely.to().isAfter(promise.to())
                    ? words.say("odds.likely", words.window(likely))
                    : words.say("odds.kept");
        }
        return half == null ? words.say("odds.open") : words.say("odds.half", words.window(half));
    }
}

package dev.holdfast.web.page;

import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the one picture is of: time across, units up, the supply as steps, the line as a level, and where they meet.
///
/// The level stands at `here`; `window` is what that place gets, `earlier` what it was promised before. Drawn twice,
/// for a phone and for a desk, because a picture that is merely shrunk has letters nobody can read.
///
/// @param curve   cumulative units by the week in which they can be handed over, growing
/// @param here    how many units the line takes up to and including this place
/// @param label   says beside the mark whose place it is
/// @param summary the picture in one sentence, for those who hear it
record Picture(
        List<Point> curve,
        long here,
        @Nullable Window window,
        List<Window> earlier,
        String label,
        String title,
        String summary,
        Words words) {

    Picture {
        curve = List.copyOf(curve);
        earlier = List.copyOf(earlier);
    }

    /// Units that exist by the end of the week which begins on this Monday.
    record Point(LocalDate week, long cumulative) {}

    Drawing wide() {
        return Drawing.of(this, "wide", 680, 300);
    }

    /// For a screen that shows much else beside it.
    Drawing low() {
        return Drawing.of(this, "wide", 680, 200);
    }

    Drawing narrow() {
        return Drawing.of(this, "narrow", 360, 260);
    }

    /// Units in all.
    long supply() {
        return curve.isEmpty() ? 0 : curve.getLast().cumulative();
    }
}

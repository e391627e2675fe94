package dev.holdfast.web.page;

import java.time.LocalDate;
import java.util.List;

/// Two amounts week by week in one picture: what there is as a hill of steps, what is asked of it as a line over it.
///
/// Where more is asked than there is, or less is left than the buffer, the week is marked: by a hatched band, and by
/// a word in the table beside the picture.
///
/// @param id       of the picture in its page
/// @param weeks    in their order, without a gap
/// @param supplied what there is, by its name
/// @param demanded what is asked of it
/// @param mark     what a marked week means
/// @param summary  the picture in one sentence, for those who hear it
record Steps(
        String id,
        String title,
        List<Week> weeks,
        String supplied,
        String demanded,
        String mark,
        String summary,
        Words words) {
    Steps {
        weeks = List.copyOf(weeks);
    }

    record Week(LocalDate monday, long supply, long demand, boolean marked) {}

    StepsDrawing wide() {
        return StepsDrawing.of(this, "wide", 680, 250);
    }

    StepsDrawing narrow() {
        return StepsDrawing.of(this, "narrow", 360, 240);
    }

    long top() {
        return weeks.stream()
                .mapToLong(week -> Math.max(week.supply(), week.demand()))
                .max()
                .orElse(0);
    }

    boolean anyMarked() {
        return weeks.stream().anyMatch(Week::marked);
    }
}

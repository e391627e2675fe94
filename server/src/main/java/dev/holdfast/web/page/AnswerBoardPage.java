package dev.holdfast.web.page;

import dev.holdfast.community.answer.Boilerplate;
import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the brand answers, and whom it keeps waiting.
///
/// @param skip wishes that the pages before showed
/// @param size of a full page
record AnswerBoardPage(Frame frame, Figures figures, List<Waiting> overdue, int skip, int size) {
    AnswerBoardPage {
        overdue = List.copyOf(overdue);
    }

    Words words() {
        return frame.words();
    }

    String coverage() {
        return words().share(figures.coverage());
    }

    String boilerplate() {
        return words().share(figures.boilerplateShare());
    }

    String daysToAnswer() {
        return days(figures.medianDaysToAnswer());
    }

    String daysWaiting() {
        return days(figures.medianDaysWaiting());
    }

    private String days(@Nullable Double days) {
        return days == null ? words().say("answer.none") : words().count("span.days", Math.round(days));
    }

    String rule() {
        return words().say(
                        "answer.rule.mold", words().number(Boilerplate.MIN_LETTERS), words().number(Boilerplate.MANY));
    }

    String since(Waiting waiting) {
        return words().say("answer.since", day(words(), waiting.askedAt()), day(words(), waiting.due()));
    }

    String about(Waiting waiting) {
        return words().name(waiting.className()) + " · " + words().count("answer.supporters", waiting.supporters());
    }

    @Nullable
    String next() {
        return overdue.size() < size ? null : "/answers?skip=" + (skip + size);
    }

    /// Due dates are days of UTC, here and wherever they are told.
    static String day(Words words, Instant at) {
        return words.day(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}

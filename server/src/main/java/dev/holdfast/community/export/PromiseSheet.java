package dev.holdfast.community.export;

import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.PromisedWish;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.kernel.SheetText;
import java.util.List;

/// The promise board: each promise of each attempt at a wish, by when it was given and what became of it.
final class PromiseSheet implements Sheet {
    private static final List<String> COLUMNS =
            List.of("number", "wish", "title", "attempt", "acceptedAt", "firstBy", "by", "state", "keptAt", "late");

    private final Answers answers;

    PromiseSheet(Answers answers) {
        this.answers = answers;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<List<String>> rows(List<Wish> wishes) {
        return answers.promised(Sheet.ids(wishes)).stream()
                .map(PromiseSheet::row)
                .toList();
    }

    private static List<String> row(PromisedWish promise) {
        return List.of(
                String.valueOf(promise.number()),
                promise.wish().toString(),
                SheetText.safe(promise.title()),
                String.valueOf(promise.attempt()),
                promise.acceptedAt().toString(),
                promise.firstBy().toString(),
                promise.by().toString(),
                Sheet.word(promise.state()),
                Sheet.text(promise.keptAt()),
                String.valueOf(promise.late()));
    }
}

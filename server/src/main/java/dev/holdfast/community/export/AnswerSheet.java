package dev.holdfast.community.export;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.SheetText;
import java.util.List;
import java.util.Map;

/// Every answer that was ever given: the last one of a wish holds.
final class AnswerSheet implements Sheet {
    private static final List<String> COLUMNS = List.of(
            "number",
            "wish",
            "title",
            "answer",
            "role",
            "roleEn",
            "roleZh",
            "decision",
            "reasonEn",
            "reasonZh",
            "promisedBy",
            "at");

    private final Answers answers;

    AnswerSheet(Answers answers) {
        this.answers = answers;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<List<String>> rows(List<Wish> wishes) {
        Map<WishId, List<Answer>> given = answers.given(Sheet.ids(wishes));
        return wishes.stream()
                .flatMap(wish ->
                        given.getOrDefault(wish.id(), List.of()).stream().map(answer -> row(wish, answer)))
                .toList();
    }

    private static List<String> row(Wish wish, Answer answer) {
        return List.of(
                String.valueOf(wish.number()),
                wish.id().toString(),
                SheetText.safe(wish.title()),
                String.valueOf(answer.number()),
                answer.role(),
                SheetText.safe(answer.roleName().get("en")),
                SheetText.safe(answer.roleName().get("zh")),
                Sheet.word(answer.decision()),
                SheetText.safe(answer.reason().get("en")),
                SheetText.safe(answer.reason().get("zh")),
                Sheet.text(answer.promisedBy()),
                answer.at().toString());
    }
}

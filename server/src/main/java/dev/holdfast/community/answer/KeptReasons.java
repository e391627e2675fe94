package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;

/// Official answers are the brand's words and nobody's file; whoever gave one may have said whom it is about.
final class KeptReasons implements Keeper {
    private final AnswerStore store;
    private final Wishes wishes;

    KeptReasons(AnswerStore store, Wishes wishes) {
        this.store = store;
        this.wishes = wishes;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of();
    }

    @Override
    public void erase(String member, String pseudonym) {
        store.forget(wishes.touched(member, pseudonym), NameInText.pattern(member), pseudonym);
    }
}

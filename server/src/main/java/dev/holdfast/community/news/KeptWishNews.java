package dev.holdfast.community.news;

import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;

/// News keeps of a member that, while letters are queued, it has come to their name; and what it tells of may name
/// them, as the answer does that it is about.
final class KeptWishNews implements Keeper {
    private final NewsStore store;
    private final Wishes wishes;

    KeptWishNews(NewsStore store, Wishes wishes) {
        this.store = store;
        this.wishes = wishes;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of();
    }

    @Override
    public void erase(String member, String pseudonym) {
        store.forget(member);
        store.forget(wishes.touched(member, pseudonym), NameInText.pattern(member), pseudonym);
    }
}

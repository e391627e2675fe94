package dev.holdfast.community.news;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;

/// News keeps of a member only that, while letters are queued, it has come to their name.
final class KeptWishNews implements Keeper {
    private final NewsStore store;

    KeptWishNews(NewsStore store) {
        this.store = store;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of();
    }

    @Override
    public void erase(String member, String pseudonym) {
        store.forget(member);
    }
}

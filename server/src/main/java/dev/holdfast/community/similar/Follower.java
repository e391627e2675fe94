package dev.holdfast.community.similar;

import java.util.List;

/// Keeps one index in step with the table: it reads what changed since it looked last, and a new one reads all.
final class Follower {
    private final ChangeStore changes;
    private final WishIndex index;
    private long followed;

    Follower(ChangeStore changes, WishIndex index) {
        this.changes = changes;
        this.index = index;
    }

    /// One page of what changed, shown at once.
    ///
    /// @return whether there may be more
    boolean follow() {
        List<ChangeStore.Change> page = changes.after(followed);
        for (ChangeStore.Change change : page) {
            if (change.found()) {
                index.put(change.id(), change.title(), change.text());
            } else {
                index.remove(change.id());
            }
            followed = change.revision();
        }
        if (!page.isEmpty()) {
            index.show();
        }
        return page.size() == ChangeStore.PAGE;
    }
}

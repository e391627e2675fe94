package dev.holdfast.web.page;

import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.merge.Said;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Wish;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One merge as its supporters and everybody who looks read it: what is asked, and what became of it.
///
/// @param sourceBefore the total that was published before anybody was asked; null: none
/// @param asks whether the reader may answer now
/// @param said what the reader said; null: nothing
record MergeLine(
        Words words,
        Merge merge,
        Wish source,
        Wish target,
        @Nullable Tally sourceBefore,
        @Nullable Tally targetBefore,
        boolean asks,
        @Nullable Said said) {

    /// One of the two wishes and its votes, before and now.
    record Side(Wish wish, String address, String title, String before) {}

    List<Side> sides() {
        return List.of(side(source, sourceBefore), side(target, targetBefore));
    }

    private Side side(Wish wish, @Nullable Tally before) {
        int supporters = before == null ? wish.supporters() : before.total();
        return new Side(
                wish, "/wishes/" + wish.id() + "/votes", title(wish), words.count("answer.supporters", supporters));
    }

    private String title(Wish wish) {
        return wish.title().isEmpty() ? words.say("wish.number", words.number(wish.number())) : wish.title();
    }

    String id() {
        return "merge-" + merge.number();
    }

    String heading() {
        return asks && said == null ? words.say("merge.asked") : words.say("merge.state." + merge.state());
    }

    String what() {
        return words.say("merge.what", title(source), title(target));
    }

    String until() {
        return words.say("merge.until", words.instant(merge.answerBefore(), ZoneOffset.UTC));
    }

    /// Where the reader's own vote is; null: they have none in this.
    @Nullable
    String own() {
        var mine = said;
        if (mine == null) {
            return null;
        }
        var restored = mine.restored();
        if (mine.agrees() && restored != null) {
            return words.say(restored ? "merge.own.back" : "merge.own.gone");
        }
        return words.say(mine.agrees() ? "merge.own.moved" : "merge.own.stays", title(mine.agrees() ? target : source));
    }

    boolean agreed() {
        return said != null && said.agrees();
    }

    /// What came of it so far, sentence by sentence; none while it is only asked.
    List<String> outcome() {
        var sentences = new ArrayList<String>();
        if (merge.state() != Merge.State.ASKING) {
            sentences.add(words.count("merge.moved", merge.moved()));
            sentences.add(words.count("merge.declined", merge.declined()));
        }
        var undone = merge.undoneAt();
        if (merge.state() == Merge.State.UNDOING || undone != null) {
            sentences.add(words.count("merge.restored", merge.restored()));
        }
        return sentences;
    }

    /// Whether it may still be taken back by the product team.
    boolean stands() {
        return merge.state() == Merge.State.ASKING || merge.state() == Merge.State.CLOSED;
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.Appeals;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.integrity.OwnEvidence;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what a member reads of their own votes that weigh less.
@Component
class LighterVotes {
    private final Integrity integrity;
    private final Appeals appeals;
    private final Wishes wishes;

    LighterVotes(Integrity integrity, Appeals appeals, Wishes wishes) {
        this.integrity = integrity;
        this.appeals = appeals;
        this.wishes = wishes;
    }

    /// All of a member's, the latest first.
    List<LighterVote> of(Words words, String member) {
        Map<WishId, List<OwnEvidence>> noticed = integrity.counting(member).stream()
                .collect(Collectors.groupingBy(OwnEvidence::wish, LinkedHashMap::new, Collectors.toList()));
        if (noticed.isEmpty()) {
            return List.of();
        }
        var weights = integrity.weights();
        var own = appeals.own(member);
        return noticed.entrySet().stream()
                .map(one -> new LighterVote(
                        words,
                        wishes.find(one.getKey()),
                        one.getValue(),
                        weights,
                        appeal(own, one.getValue().getFirst())))
                .toList();
    }

    /// The one for a wish; empty: nothing is noticed of it.
    Optional<LighterVote> of(Words words, String member, WishId wish) {
        return of(words, member).stream()
                .filter(one -> one.wish().id().equals(wish))
                .findFirst();
    }

    private static @Nullable Appeal appeal(List<Appeal> own, OwnEvidence noticed) {
        return own.stream()
                .filter(one -> one.wish().equals(noticed.wish())
                        && one.position() == noticed.evidence().position())
                .findFirst()
                .orElse(null);
    }
}

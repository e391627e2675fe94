package dev.holdfast.web.page;

import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules by which points are earned and the rewards they are spent on, as data that an operator writes.
///
/// @param typed what stands in the form of a rule or of a reward, by field
/// @param done a rule or a reward was just written
/// @param refused why it was not; null: it was, or nothing was written
record StaffPointsRulesPage(
        Frame frame,
        List<KeptRule> rules,
        List<KeptReward> rewards,
        Map<String, String> typed,
        boolean done,
        @Nullable String refused) {
    static final String RULE = "rule";
    static final String REWARD = "reward";

    StaffPointsRulesPage {
        rules = List.copyOf(rules);
        rewards = List.copyOf(rewards);
        typed = Map.copyOf(typed);
    }

    /// @param form [#RULE] or [#REWARD]: what was typed belongs to one of them
    String field(String form, String name, String otherwise) {
        return form.equals(typed.get("form")) ? typed.getOrDefault(name, otherwise) : otherwise;
    }

    boolean open(String form) {
        return !form.equals(typed.get("form")) || typed.containsKey("open");
    }

    String says(KeptRule kept) {
        return PointsLines.says(frame.words(), kept);
    }

    String spent(KeptRule kept) {
        return frame.words().say(kept.rule().owesSpent() ? "points.desk.owed" : "points.desk.forgiven");
    }

    String isOpen(boolean open) {
        return frame.words().say(open ? "points.desk.isOpen" : "points.desk.isClosed");
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.referral.Referral;
import dev.holdfast.community.referral.Referral.Act;
import dev.holdfast.community.referral.Referral.Step;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's code, by whom they came, and whom they brought.
///
/// @param came by which the member came; null: by nobody
/// @param brought the latest first
record ReferralsPage(
        Frame frame,
        String code,
        @Nullable Referral came,
        List<Referral> brought,
        @Nullable Notice notice) {
    ReferralsPage {
        brought = List.copyOf(brought);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, ZoneOffset.UTC);
    }

    /// Whether it counts for whoever reads.
    boolean counts(Referral referral) {
        return referral.owner().equals(frame.member());
    }

    boolean disputable(Referral referral) {
        return referral.answerBy() == null;
    }

    /// Who did it: staff by their name, the other one without.
    String who(Step step) {
        var words = frame.words();
        if (step.actor().equals(frame.member())) {
            return words.say("referral.by.you");
        }
        return switch (step.act()) {
            case OVERRIDDEN, ANSWERED -> words.say("referral.by.staff", step.actor());
            case LAPSED, VESTED, CLAWED_BACK -> words.say("referral.by.rule");
            case LINKED, LATER_CONTACT, DISPUTED -> words.say("referral.by.other");
        };
    }

    /// What staff said is for everybody concerned; what the other one said is not.
    String said(Step step) {
        boolean staff = step.act() == Act.OVERRIDDEN || step.act() == Act.ANSWERED;
        return staff || step.actor().equals(frame.member()) ? step.said() : "";
    }
}

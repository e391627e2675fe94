package dev.holdfast.web.page;

import dev.holdfast.community.referral.Referral;
import dev.holdfast.community.referral.Ring;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Disputes that wait for an answer, and people who brought each other.
///
/// @param disputes the most urgent first
/// @param rings circles; evidence, and nothing more
/// @param done an answer was just given
/// @param refused why the last act was not done; null: it was, or there was none
record StaffReferralsPage(
        Frame frame,
        List<Referral> disputes,
        List<Ring> rings,
        boolean done,
        @Nullable String refused) {
    StaffReferralsPage {
        disputes = List.copyOf(disputes);
        rings = List.copyOf(rings);
    }

    String at(Instant instant) {
        return frame.words().instant(instant, ZoneOffset.UTC);
    }

    /// What whoever disputes it wrote last.
    String said(Referral referral) {
        return referral.steps().stream()
                .filter(step -> step.act() == Referral.Act.DISPUTED)
                .reduce((before, after) -> after)
                .map(step -> step.actor() + ": " + step.said())
                .orElse("");
    }

    String round(Ring ring) {
        return String.join(" → ", ring.members())
                + (ring.circle() ? " → " + ring.members().getFirst() : "");
    }
}

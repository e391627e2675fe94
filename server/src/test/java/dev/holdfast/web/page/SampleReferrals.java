package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.referral.Referral;
import dev.holdfast.community.referral.Referral.Act;
import dev.holdfast.community.referral.Referral.Step;
import dev.holdfast.community.referral.Ring;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Referrals as those see them whom they concern, rendered from the sample world without a server.
final class SampleReferrals {
    private static final Assets ASSETS = new Assets();
    private static final String OTHER = "fan-000777";

    private final Words words;

    SampleReferrals(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("referrals", SamplePages.render("referrals", own(linked(), List.of(taken(), vested()))));
        pages.put("referrals-none", SamplePages.render("referrals", own(null, List.of())));
        pages.put(
                "staff-referrals",
                SamplePages.render(
                        "staffReferrals",
                        new StaffReferralsPage(
                                frame("operator"),
                                List.of(taken()),
                                List.of(new Ring(List.of("fan-000123", OTHER, "fan-000901"), true, Set.of())),
                                false,
                                null)));
        return pages;
    }

    private ReferralsPage own(@Nullable Referral came, List<Referral> brought) {
        return new ReferralsPage(frame("fan"), "K7QX4MPD", came, brought, null);
    }

    private static Referral linked() {
        return referral(3, SampleWorld.MEMBER, OTHER, Referral.State.LINKED, false, step(Act.LINKED, OTHER, "", 90));
    }

    private static Referral vested() {
        return referral(
                4,
                "fan-000888",
                SampleWorld.MEMBER,
                Referral.State.VESTED,
                false,
                step(Act.LINKED, "fan-000888", "", 200),
                step(Act.VESTED, "holdfast", "", 3));
    }

    /// It counts for somebody else by now, and its first owner says that this is not so.
    private static Referral taken() {
        return referral(
                9,
                "fan-000901",
                OTHER,
                Referral.State.VESTED,
                true,
                step(Act.LINKED, "fan-000901", "", 160),
                step(Act.LATER_CONTACT, "fan-000901", "", 20),
                step(Act.OVERRIDDEN, "operator-2", "The friend showed a message from May.", 9),
                step(Act.DISPUTED, SampleWorld.MEMBER, "I drove her to the store myself, on the second.", 2));
    }

    private static Referral referral(
            long number, String friend, String owner, Referral.State state, boolean disputed, Step... steps) {
        return new Referral(
                number,
                friend,
                owner,
                SampleWorld.MEMBER.equals(friend) ? OTHER : SampleWorld.MEMBER,
                "K7QX4MPD",
                Referral.Source.LINK,
                "shanghai-3",
                NOW.minus(Duration.ofDays(160)),
                state,
                null,
                null,
                disputed ? NOW.plus(Duration.ofDays(12)) : null,
                List.of(steps));
    }

    private static Step step(Act act, String actor, String said, int daysAgo) {
        return new Step(act, actor, OTHER, said, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private Frame frame(String role) {
        var session = new Session(SampleWorld.MEMBER, Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/account/referrals", session, () -> "token", ASSETS);
    }
}

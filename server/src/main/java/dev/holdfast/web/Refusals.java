package dev.holdfast.web;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What each refusal is called outside; `docs/outcomes.md` says what to do about each.
final class Refusals {
    /// Without the amount, which may still be sealed: the order tells it to whoever may know.
    private static final String CONFIRM_FORFEIT = "The order is locked, so its deposit is lost on cancelling. Send"
            + " {\"forfeit\": true} to do it all the same.";

    private static final String NOTHING_ASKED = "No question about a later window is open for this order: it was never"
            + " asked, it was answered, or its time is over. Look at the order; it may still be cancelled.";

    private static final String PASS_REQUIRED = "This launch has a waiting room. Enter its lobby, wait to be called,"
            + " and send the pass as header 'Holdfast-Pass'.";

    /// A place that was called stays called.
    private static final String AGAIN = " Get one of your own by POST to /lobby/pass with your ticket.";
    private static final String PLEDGE_BINDING = "a pledge is for what it was made for, and it stands from the"
            + " campaign's end until its money is taken or given up. Before the end it may be cancelled.";

    private static final String UNDER_REVIEW = "An operator looks at this order before it can be locked. It keeps its"
            + " position, its window and its deposit. Wait, or cancel it and have the whole deposit back.";

    private static final String NOTHING_TO_REVIEW = "This step is not possible: the order is not under review, the step"
            + " was taken before, or its time is over. Look at the order's review.";

    private static final String PAUSED =
            "This launch takes no new orders for the moment. The same key may succeed later.";

    private Refusals() {}

    static void write(Exchange exchange, Refusal refusal) throws IOException {
        Told told = tell(refusal);
        ProblemJson.write(exchange, told.status, told.code, told.detail, List.of(), told.more);
    }

    /// @param more further members of the document
    private record Told(int status, String code, String detail, Map<String, String> more) {
        Told(int status, String code, String detail) {
            this(status, code, detail, Map.of());
        }
    }

    private static Told tell(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownLaunch r -> new Told(404, "unknown_launch", "There is no launch '" + r.slug() + "'.");
            case Refusal.UnknownOrder r -> new Told(404, "unknown_order", unknownOrder(r.id()));
            case Refusal.KeyReused r -> new Told(422, "idempotency_key_reused", keyReused(r));
            case Refusal.NotOpen r -> new Told(409, "launch_not_open", notOpen(r));
            case Refusal.Paused r -> new Told(409, "launch_not_open", PAUSED);
            case Refusal.NotCalled r -> notCalled(r.pass());
            case Refusal.UnknownOffer r ->
                new Told(422, "unknown_offer", "This launch has no offer '" + r.offer() + "'.");
            case Refusal.UnknownRegion r ->
                new Told(422, "unknown_region", "This launch has no region '" + r.region() + "'.");
            case Refusal.TermsNotAccepted r -> new Told(409, "terms_not_accepted", termsNotAccepted(r));
            case Refusal.LimitReached r ->
                new Told(
                        409,
                        "member_limit_reached",
                        limitReached(r),
                        Map.of("order", r.held().toString()));
            case Refusal.ContactNotVerified r -> new Told(409, "contact_not_verified", contactNotVerified(r));
            case Refusal.SoldOut r -> new Told(409, "sold_out", soldOut(r));
            case Refusal.TierGone r -> new Told(409, "tier_gone", tierGone(r), next(r));
            case Refusal.UnknownAddOn r ->
                new Told(422, "unknown_add_on", "This launch has no add-on '" + r.addOn() + "'.");
            case Refusal.AddOnGone r ->
                new Told(
                        409,
                        "add_on_gone",
                        "Of '" + r.addOn() + "' " + r.left() + " are left. Ask for fewer, or pledge without.",
                        Map.of("left", Long.toString(r.left())));
            case Refusal.PledgeBinding r ->
                new Told(409, "pledge_binding", "The act '" + r.act() + "' is not possible: " + PLEDGE_BINDING);
            case Refusal.NothingAsked r -> new Told(409, "nothing_asked", NOTHING_ASKED);
            case Refusal.WrongState r ->
                new Told(
                        409,
                        "wrong_state",
                        wrongState(r),
                        Map.of("state", r.state().name()));
            case Refusal.UnderReview r -> new Told(409, "under_review", UNDER_REVIEW);
            case Refusal.NothingToReview r -> new Told(409, "nothing_to_review", NOTHING_TO_REVIEW);
            case Refusal.ConfirmForfeit r -> new Told(409, "confirm_forfeit", CONFIRM_FORFEIT);
        };
    }

    private static Told notCalled(Shown pass) {
        return switch (pass) {
            case GOOD, NONE -> new Told(409, "pass_required", PASS_REQUIRED);
            case FORGED ->
                new Told(409, "pass_invalid", "This pass was not made here for this launch, or was altered." + AGAIN);
            case ANOTHERS -> new Told(409, "pass_of_another", "This pass belongs to another member." + AGAIN);
            case EXPIRED -> new Told(409, "pass_expired", "The time of this pass is over." + AGAIN);
        };
    }

    static String unknownOrder(String id) {
        return "There is no order " + id + " that you may see. Maybe it is another member's.";
    }

    private static String keyReused(Refusal.KeyReused refusal) {
        return "The key '" + refusal.key() + "' was used for another order. Use a new key for a new wish.";
    }

    private static String notOpen(Refusal.NotOpen refusal) {
        return refusal.opensAt() == null
                ? "This launch is closed."
                : "This launch is not open yet. It opens at " + refusal.opensAt() + ".";
    }

    private static String termsNotAccepted(Refusal.TermsNotAccepted refusal) {
        return "The terms in force are version '" + refusal.currentVersion() + "'; accepted was '" + refusal.accepted()
                + "'. Show them, and send the version as 'acceptTerms'.";
    }

    private static String limitReached(Refusal.LimitReached refusal) {
        String where = refusal.group() == null
                ? "this launch"
                : "all launches of the group '" + refusal.group() + "' together";
        return "One member may have " + refusal.limit() + " live orders in " + where + ". One of yours is "
                + refusal.held() + ". Cancel it first, or keep it.";
    }

    private static String contactNotVerified(Refusal.ContactNotVerified refusal) {
        return switch (refusal.contact()) {
            case MAIL ->
                "This launch takes orders of members whose mail address is proved. Open the page /mail, ask for a"
                        + " link, press it, and send the same request again.";
            case PHONE ->
                "This launch takes orders of members whose telephone is proved. Ask for a code by POST to /me/phone,"
                        + " or on the page /phone, and send the same request again.";
        };
    }

    private static String soldOut(Refusal.SoldOut refusal) {
        if (!refusal.planned()) {
            return "No unit of '" + refusal.offer() + "' is planned yet, nor of any other offer of this launch. Try"
                    + " again once its supply is planned.";
        }
        return "Every unit of '" + refusal.offer() + "' is taken. Another offer may have one; and a hold that is not"
                + " paid in time frees its unit for the next order.";
    }

    private static String tierGone(Refusal.TierGone refusal) {
        String gone = "The tier '" + refusal.tier() + "' is not to be had: its units or its time are gone.";
        return refusal.next() == null
                ? gone
                : gone + " The next is '" + refusal.next() + "'; ask for it if its price is right.";
    }

    private static Map<String, String> next(Refusal.TierGone refusal) {
        Money price = refusal.price();
        return refusal.next() == null || price == null
                ? Map.of()
                : Map.of("next", refusal.next(), "price", Long.toString(price.amount()), "currency", price.currency());
    }

    private static String wrongState(Refusal.WrongState refusal) {
        return "The order is " + refusal.state() + ", so the act '" + refusal.act() + "' is not possible.";
    }
}

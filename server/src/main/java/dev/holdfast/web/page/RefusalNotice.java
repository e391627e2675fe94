package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says a refusal in plain words, with the next best thing to do.
final class RefusalNotice {
    private static final int MAX_OTHERS = 3;

    private final LaunchView launch;
    private final OrderForm form;
    private final Words words;

    private RefusalNotice(LaunchView launch, OrderForm form, Words words) {
        this.launch = launch;
        this.form = form;
        this.words = words;
    }

    static Notice of(Refusal refusal, LaunchView launch, OrderForm form, Words words) {
        return new RefusalNotice(launch, form, words).notice(refusal);
    }

    /// For acts on an order that is there, where no form was filled in.
    static Notice of(Refusal refusal, LaunchView launch, Words words) {
        return of(refusal, launch, new OrderForm(null, null, null, null, null), words);
    }

    static Notice noneChosen(Words words) {
        return Notice.of(words.say("refused.none_chosen"), words.say("refused.none_chosen.text"));
    }

    private Notice notice(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownLaunch unknown -> plain("unknown_launch", home());
            case Refusal.UnknownOrder unknown -> Problems.notice(404, words);
            case Refusal.KeyReused reused -> plain("key_reused", orders());
            case Refusal.NotOpen notOpen -> notOpen(notOpen);
            case Refusal.Paused paused -> plain("paused", home());
            case Refusal.NotCalled notCalled ->
                plain(
                        "not_called",
                        new Notice.Link(words.say("refused.not_called.look"), "/launches/" + launch.slug() + "/lobby"));
            case Refusal.UnknownOffer unknown -> plain("unknown_offer");
            case Refusal.UnknownRegion unknown -> plain("unknown_region");
            case Refusal.TermsNotAccepted terms ->
                Notice.of(
                        words.say("refused.terms"),
                        words.say("refused.terms.text", Objects.requireNonNull(terms.currentVersion())));
            case Refusal.LimitReached limit ->
                Notice.of(
                        words.say("refused.limit"),
                        limit.group() == null
                                ? words.count("refused.limit.text", limit.limit())
                                : words.count("refused.limit.group", limit.limit()),
                        new Notice.Link(words.say("refused.limit.look"), "/orders/" + limit.held()));
            case Refusal.ContactNotVerified asked ->
                switch (asked.contact()) {
                    case MAIL -> plain("contact", new Notice.Link(words.say("refused.contact.go"), "/mail"));
                    case PHONE -> plain("phone", new Notice.Link(words.say("refused.phone.go"), "/phone"));
                };
            case Refusal.SoldOut soldOut -> soldOut.planned() ? soldOut(soldOut.offer()) : plain("unplanned", home());
            case Refusal.TierGone gone -> tierGone(gone);
            case Refusal.UnknownAddOn unknown -> plain("unknown_add_on");
            case Refusal.AddOnGone gone ->
                Notice.of(words.say("refused.add_on"), words.count("refused.add_on.text", gone.left()));
            case Refusal.PledgeBinding binding -> plain("pledge_binding");
            case Refusal.NothingAsked nothing -> plain("nothing_asked");
            case Refusal.WrongState wrong ->
                Notice.of(
                        words.say("refused.state"),
                        words.say("refused.state.text", words.say("state." + wrong.state())));
            case Refusal.UnderReview review -> plain("under_review");
            case Refusal.NothingToReview nothing -> plain("nothing_to_review");
            case Refusal.ConfirmForfeit forfeit ->
                Notice.of(
                        words.say("refused.forfeit"),
                        words.say("refused.forfeit.text", words.money(forfeit.deposit())));
        };
    }

    private Notice tierGone(Refusal.TierGone gone) {
        var name = OfferNames.of(launch.definition(), gone.tier(), words);
        var next = gone.next();
        var price = gone.price();
        if (next == null || price == null) {
            return Notice.of(words.say("refused.tier", name), words.say("refused.tier.none"));
        }
        return Notice.of(
                words.say("refused.tier", name),
                words.say("refused.tier.text"),
                new Notice.Link(
                        words.say(
                                "refused.tier.next",
                                OfferNames.of(launch.definition(), next, words),
                                words.money(price)),
                        "/launches/" + launch.slug() + "?offer=" + next));
    }

    private Notice plain(String code, Notice.Link... next) {
        return Notice.of(words.say("refused." + code), words.say("refused." + code + ".text"), next);
    }

    private Notice notOpen(Refusal.NotOpen refusal) {
        var opensAt = refusal.opensAt();
        var text = opensAt == null
                ? words.say("refused.not_open.over")
                : words.say(
                        "refused.not_open.later",
                        words.instant(opensAt, launch.definition().timeZone()));
        return Notice.of(words.say("refused.not_open"), text, home());
    }

    /// Names what can still be had, the soonest first.
    private Notice soldOut(String offer) {
        var name = OfferNames.of(launch.definition(), offer, words);
        @Nullable String region = LaunchPageMaker.region(launch, form.region());
        var others = OfferCards.of(launch, region, false, words).soonest(offer, MAX_OTHERS).stream()
                .map(card -> other(card, region))
                .toList();
        return new Notice(
                words.say("refused.sold_out", name),
                words.say(others.isEmpty() ? "refused.sold_out.none" : "refused.sold_out.text"),
                others.isEmpty() ? List.of(home()) : others);
    }

    private Notice.Link other(OfferCards.Card card, @Nullable String region) {
        var window = Objects.requireNonNull(card.window());
        var address = String.format(
                Locale.ROOT,
                "/launches/%s?offer=%s%s",
                launch.slug(),
                card.id(),
                region == null ? "" : "&region=" + region);
        return new Notice.Link(words.say("refused.sold_out.other", card.name(), words.window(window)), address);
    }

    private Notice.Link home() {
        return new Notice.Link(words.say("problem.home"), "/");
    }

    private Notice.Link orders() {
        return new Notice.Link(words.say("problem.orders"), "/orders");
    }
}

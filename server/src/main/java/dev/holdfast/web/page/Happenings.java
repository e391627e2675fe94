package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.payment.RefundStanding;
import dev.holdfast.member.AuditPage;
import dev.holdfast.web.page.Happening.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Puts everything that is kept of an order into one list, from the latest to the first.
final class Happenings {
    private static final String CHANGED_FROM = "changed_from_";

    private final Words words;
    private final LaunchDefinition launch;
    private final List<Happening> all = new ArrayList<>();

    private Happenings(Words words, LaunchDefinition launch) {
        this.words = words;
        this.launch = launch;
    }

    static List<Happening> of(
            OrderFile file,
            List<RefundStanding> refunds,
            List<AuditPage.Entry> acts,
            LaunchDefinition launch,
            Words words) {
        var list = new Happenings(words, launch);
        list.order(file);
        list.money(file);
        refunds.forEach(list::refund);
        acts.forEach(
                act -> list.add(act.at(), Kind.ACT, words.sayOrQuote("act.", act.act()), act.detail(), act.actor()));
        list.all.sort(Comparator.comparing(Happening::at)
                .thenComparing(Happening::kind)
                .reversed());
        return list.all;
    }

    private void order(OrderFile file) {
        var history = file.history();
        for (var change : history.states()) {
            add(
                    change.at(),
                    Kind.STATE,
                    words.say("desk.state." + change.state()),
                    cause(change.cause()),
                    change.actor());
        }
        history.promises()
                .forEach(promise -> add(
                        promise.at(), Kind.PROMISE, window(promise.window()), reason(promise), run(promise.planRun())));
        var consent = history.consent();
        if (consent != null) {
            var by = words.instant(consent.answerBy(), launch.timeZone());
            add(
                    consent.at(),
                    Kind.CONSENT,
                    words.say("desk.consent." + consent.state()),
                    words.say("desk.consent.by", window(consent.agreed()), window(consent.window()), by),
                    "");
        }
        history.compensation().forEach(this::compensation);
    }

    private void compensation(CompensationGiven given) {
        var amount = words.money(given.amount());
        var lapsed = given.lapsed() ? ", " + words.say("desk.lapsed") : "";
        add(given.at(), Kind.COMPENSATION, amount, given.rule() + lapsed, "");
        var settlement = given.settlement();
        if (settlement != null) {
            var what = words.say("desk.settled." + settlement.way(), amount);
            add(settlement.at(), Kind.COMPENSATION, what, settlement.reference(), "");
        }
    }

    private void money(OrderFile file) {
        file.payments()
                .forEach(report -> add(
                        report.at(),
                        Kind.PAYMENT,
                        words.money(report.amount()) + " " + words.sayOrQuote("desk.payment.", report.kind()),
                        words.sayOrQuote("desk.outcome.", report.outcome()) + ", " + report.payment(),
                        report.provider()));
        file.unmatched()
                .forEach(report -> add(
                        report.at(),
                        Kind.UNMATCHED,
                        words.money(report.amount()),
                        report.reason() + ", " + report.payment(),
                        report.provider()));
        file.transfers()
                .forEach(moved -> add(
                        moved.at(),
                        Kind.LEDGER,
                        words.money(moved.amount()),
                        words.say("desk.transfer", account(moved.from()), account(moved.to())) + ", "
                                + words.sayOrQuote("desk.cause.", moved.cause()),
                        ""));
    }

    private void refund(RefundStanding refund) {
        var amount = words.money(refund.amount());
        var cause = words.sayOrQuote("desk.cause.", refund.cause());
        add(refund.requestedAt(), Kind.REFUND, words.say("desk.refund.asked", amount), cause, refund.provider());
        if (refund.sentAt() != null) {
            add(refund.sentAt(), Kind.REFUND, words.say("desk.refund.sent", amount), "", refund.provider());
        }
        if (refund.refundedAt() != null) {
            add(refund.refundedAt(), Kind.REFUND, words.say("desk.refund.done", amount), "", refund.provider());
        }
    }

    private void add(Instant at, Kind kind, String what, String detail, String who) {
        all.add(new Happening(at, kind, what, detail, who));
    }

    private String cause(String cause) {
        return cause.startsWith(CHANGED_FROM)
                ? words.say("cause.changed_from", OfferNames.of(launch, cause.substring(CHANGED_FROM.length()), words))
                : words.sayOrQuote("desk.cause.", cause);
    }

    private String reason(PromiseGiven promise) {
        var text = new StringJoiner(", ").add(words.sayOrQuote("desk.cause.", promise.reason()));
        if (promise.binding() != null) {
            text.add(words.say("desk.binding", promise.binding()));
        }
        if (promise.event() != null) {
            text.add(words.say("desk.event", promise.event()));
        }
        return text.toString();
    }

    private String run(@Nullable Integer run) {
        return run == null ? "" : words.say("desk.run", run);
    }

    private String account(String account) {
        return words.sayOrQuote("account.", account);
    }

    private String window(@Nullable Window window) {
        return window == null ? words.say("order.waiting") : words.window(window);
    }
}

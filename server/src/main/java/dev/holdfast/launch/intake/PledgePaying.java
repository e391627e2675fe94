package dev.holdfast.launch.intake;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.Verdict;
import dev.holdfast.launch.campaign.Act;
import dev.holdfast.launch.campaign.Pledge;
import dev.holdfast.launch.campaign.PledgeNews;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Transfer;
import org.jspecify.annotations.Nullable;

/// What a provider's report does to a pledge.
///
/// At most one authorisation of a pledge counts, the latest; every other is voided in the batch that learns of it. Only
/// money that was taken is on the ledger.
final class PledgePaying {
    private PledgePaying() {}

    static Receipt authorised(Line line, Ask.Pay ask, Entry entry, Pledge pledge) {
        Pledge.Authorised given =
                new Pledge.Authorised(ask.provider(), ask.event().payment());
        line.writes.pledges.grant(
                entry.id(), given, ask.event().amount(), ask.event().currency());
        boolean counts = switch (entry.state) {
            case HELD -> true;
            case EXPIRED -> Paying.isReadmissible(line, entry);
            case PLACED -> pledge.money == PledgeMoney.AUTHORISED || pledge.money == PledgeMoney.MENDING;
            case LOCKED, SCHEDULED, BUILT, READY, DELIVERED, CANCELLED -> false;
        };
        if (!counts) {
            line.writes.pledges.ask(given, Act.VOID);
            return Receipt.NOTED;
        }
        stand(line, ask, entry);
        accept(line, entry, pledge, given);
        return Receipt.PLEDGED;
    }

    /// The place in line is the fan's from here on.
    private static void stand(Line line, Ask.Pay ask, Entry entry) {
        if (entry.state == OrderState.EXPIRED) {
            Paying.reenter(line, ask, entry);
        } else if (entry.state == OrderState.HELD) {
            line.move(entry, OrderState.PLACED);
            line.state(entry, "pledged", ask.provider());
            line.writes.events.add(new Event.Placed(entry.id(), entry.offer));
        }
        if (entry.placedAt == null) {
            entry.placedAt = line.now;
        }
    }

    private static void accept(Line line, Entry entry, Pledge pledge, Pledge.Authorised given) {
        if (pledge.authorised != null) {
            line.writes.pledges.ask(pledge.authorised, Act.VOID);
        }
        pledge.authorised = given;
        pledge.mendBy = null;
        pledge.money = PledgeMoney.AUTHORISED;
        Pledging.count(line, entry, pledge, true);
        line.writes.pledges.touch(pledge);
        if (Pledging.known(line).course.is(Verdict.SUCCEEDED)) {
            capture(line, pledge, given);
        }
    }

    static void capture(Line line, Pledge pledge, Pledge.Authorised authorised) {
        pledge.money = PledgeMoney.CAPTURING;
        line.writes.pledges.ask(authorised, Act.CAPTURE);
        line.writes.pledges.touch(pledge);
    }

    /// Money of a pledge is there: captured, charged at once, or paid anew by a fan who mended it. The order is on it
    /// from now on.
    static Receipt taken(Line line, Ask.Pay ask, Entry entry, Pledge pledge) {
        Pledge.Authorised before = pledge.authorised;
        if (before != null) {
            if (pledge.isBy(ask.provider(), ask.event().payment())) {
                line.writes.pledges.over(before);
            } else {
                line.writes.pledges.ask(before, Act.VOID);
            }
        }
        pledge.authorised = null;
        pledge.mendBy = null;
        pledge.money = PledgeMoney.TAKEN;
        Pledging.count(line, entry, pledge, true);
        line.writes.pledges.touch(pledge);
        if (!Pledging.known(line).course.is(Verdict.SUCCEEDED)) {
            return Receipt.PLEDGED;
        }
        earn(line, entry, pledge);
        line.writes.pledges.say(entry.id(), PledgeNews.CAPTURED);
        return Receipt.PLACED;
    }

    /// Whether the pledge still waits for its money.
    static boolean awaits(@Nullable Pledge pledge, Entry entry) {
        return pledge != null && entry.state == OrderState.PLACED && entry.paid == null;
    }

    static Receipt voided(Line line, Ask.Pay ask, @Nullable Entry entry) {
        Pledge.Authorised gone =
                new Pledge.Authorised(ask.provider(), ask.event().payment());
        line.writes.pledges.over(gone);
        return lost(line, ask, entry);
    }

    /// The bank has let the authorisation die, or does not give what it promised: the fan has some days to mend it. The
    /// provider may be asked again meanwhile, and may then say yes.
    static Receipt lost(Line line, Ask.Pay ask, @Nullable Entry entry) {
        Pledge pledge = Pledging.of(line, entry);
        Campaign campaign = line.definition.campaign();
        boolean waits = pledge != null
                && (pledge.money == PledgeMoney.AUTHORISED || pledge.money == PledgeMoney.CAPTURING)
                && pledge.isBy(ask.provider(), ask.event().payment());
        if (entry == null || pledge == null || campaign == null || !waits) {
            return Receipt.NOTED;
        }
        pledge.money = PledgeMoney.MENDING;
        pledge.mendBy = line.now.plus(campaign.mendWithin());
        if (Pledging.known(line).course.decided() == null) {
            Pledging.count(line, entry, pledge, false);
        }
        line.writes.pledges.touch(pledge);
        line.writes.pledges.say(entry.id(), PledgeNews.REFUSED);
        return Receipt.NOTED;
    }

    /// Once for each pledge: its part of the campaign's success, and of it the partner company's share.
    static void earn(Line line, Entry entry, Pledge pledge) {
        if (pledge.settled) {
            return;
        }
        pledge.settled = true;
        Campaign campaign = line.definition.campaign();
        Campaign.Partner partner = campaign == null ? null : campaign.partner();
        if (partner != null) {
            pledge.fee = partner.fee(entry.deposit);
            pledge.share = partner.share(entry.deposit);
            share(line, entry, pledge, Account.PARTNER_SHARE, Account.PARTNER_DUE, "partner_share");
        }
        line.writes.pledges.touch(pledge);
    }

    static void giveShareBack(Line line, Entry entry, Pledge pledge) {
        if (pledge.settled) {
            share(line, entry, pledge, Account.PARTNER_DUE, Account.PARTNER_SHARE, "partner_share_returned");
        }
    }

    private static void share(Line line, Entry entry, Pledge pledge, Account debit, Account credit, String cause) {
        if (pledge.share > 0) {
            line.writes.transfers.add(
                    new Transfer(entry.id().toString(), debit, credit, pledge.share, entry.origin.currency(), cause));
        }
    }
}

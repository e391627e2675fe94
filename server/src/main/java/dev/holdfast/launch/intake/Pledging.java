package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Campaign.AddOn;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Verdict;
import dev.holdfast.launch.campaign.Act;
import dev.holdfast.launch.campaign.Pledge;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a pledge gets into a campaign's line, and out of it. In a launch that is no campaign nothing here does anything.
final class Pledging {
    private Pledging() {}

    static @Nullable Refusal refusal(Line line, PlaceOrder wish) {
        Campaign campaign = line.definition.campaign();
        if (campaign == null) {
            return wish.addOns().keySet().stream()
                    .findFirst()
                    .map(Refusal.UnknownAddOn::new)
                    .orElse(null);
        }
        if (!isSold(line, campaign, wish.offer())) {
            return gone(line, campaign, wish.offer());
        }
        return wish.addOns().entrySet().stream()
                .flatMap(wanted -> addOn(line, campaign, wanted.getKey(), wanted.getValue()).stream())
                .findFirst()
                .orElse(null);
    }

    /// A tier is sold while it has units and time left; before the end the early ones, after a success the late ones.
    private static boolean isSold(Line line, Campaign campaign, String offer) {
        Tier tier = campaign.tier(offer);
        Long units = tier.units();
        return tier.late() == known(line).course.is(Verdict.SUCCEEDED)
                && (tier.until() == null || line.now.isBefore(tier.until()))
                && (units == null || line.live(offer) < units);
    }

    /// The fan is told the next tier and its price: nobody is put into it without having asked for it.
    private static Refusal gone(Line line, Campaign campaign, String offer) {
        String next = campaign.tier(offer).then();
        while (next != null && !isSold(line, campaign, next)) {
            next = campaign.tier(next).then();
        }
        Money price = next == null
                ? null
                : new Money(line.definition.offer(next).orElseThrow().price(), line.definition.currency());
        return new Refusal.TierGone(offer, next, price);
    }

    private static Optional<Refusal> addOn(Line line, Campaign campaign, String id, int wanted) {
        Optional<AddOn> addOn = campaign.addOn(id);
        if (addOn.isEmpty()) {
            return Optional.of(new Refusal.UnknownAddOn(id));
        }
        Long units = addOn.get().units();
        long left = units == null ? Long.MAX_VALUE : units - known(line).course.units(id);
        return wanted <= left ? Optional.empty() : Optional.of(new Refusal.AddOnGone(id, Math.max(0, left)));
    }

    static long addOnPrice(Line line, Map<String, Integer> addOns) {
        Campaign campaign = line.definition.campaign();
        return campaign == null
                ? 0
                : addOns.entrySet().stream()
                        .mapToLong(wanted -> Math.multiplyExact(
                                campaign.addOn(wanted.getKey()).orElseThrow().price(),
                                wanted.getValue().longValue()))
                        .sum();
    }

    static void begin(Line line, Entry entry) {
        CampaignFacts facts = line.facts.campaign;
        if (facts != null) {
            Map<String, Integer> addOns = entry.origin.asked().addOns();
            Pledge pledge = new Pledge(entry.id(), entry.position, addOns, facts.course.is(Verdict.SUCCEEDED));
            facts.pledges.put(entry.id(), pledge);
            facts.course.take(addOns, 1);
            line.writes.pledges.create(pledge);
        }
    }

    /// Whether a pledge whose time ran out may stand in line once more: as a new one might.
    static boolean isReadmissible(Line line, Entry entry) {
        Pledge pledge = of(line, entry);
        Campaign campaign = line.definition.campaign();
        if (pledge == null || campaign == null) {
            return true;
        }
        return line.before.stateAt(line.now) == LaunchView.State.OPEN
                && isSold(line, campaign, entry.offer)
                && pledge.addOns.entrySet().stream()
                        .allMatch(held -> addOn(line, campaign, held.getKey(), held.getValue())
                                .isEmpty());
    }

    /// An order that was paid late needs a unit; a pledge waits for one where the campaign's pledges do.
    static boolean isWithinSupply(Line line, Entry entry) {
        return line.quote(entry.offer).isPresent()
                || (of(line, entry) != null && Placing.beyondSupply(line, entry.offer) == null);
    }

    static void readmit(Line line, Entry entry) {
        Pledge pledge = of(line, entry);
        if (pledge != null) {
            known(line).course.take(pledge.addOns, 1);
            pledge.money = PledgeMoney.OPEN;
            line.writes.pledges.touch(pledge);
        }
    }

    /// The order has left the line: its add-ons are free, it is out of the sum, and what was promised is given up.
    static void left(Line line, Entry entry) {
        Pledge pledge = of(line, entry);
        if (pledge == null || pledge.money == PledgeMoney.RELEASED) {
            return;
        }
        known(line).course.take(pledge.addOns, -1);
        count(line, entry, pledge, false);
        if (pledge.authorised != null && pledge.money != PledgeMoney.TAKEN) {
            line.writes.pledges.ask(pledge.authorised, Act.VOID);
        }
        PledgePaying.giveShareBack(line, entry, pledge);
        pledge.money = PledgeMoney.RELEASED;
        pledge.mendBy = null;
        line.writes.pledges.touch(pledge);
    }

    /// Puts the pledge into the campaign's sum, or takes it out; once each.
    static void count(Line line, Entry entry, Pledge pledge, boolean in) {
        if (pledge.counted != in) {
            CampaignFacts facts = known(line);
            int by = in ? 1 : -1;
            long others = facts.backing.merge(entry.member(), (long) by, Long::sum) - (in ? 1 : 0);
            facts.course.count(entry.deposit, by, others == 0);
            pledge.counted = in;
            line.writes.pledges.touch(pledge);
        }
    }

    /// What a pledge does not allow: to be changed at all, to be locked before its money is there, to be withdrawn
    /// while the campaign is decided and its money taken.
    static @Nullable Refusal binding(Line line, Entry entry, String act) {
        Pledge pledge = of(line, entry);
        if (pledge == null || !entry.state.live()) {
            return null;
        }
        boolean decided = known(line).course.decided() != null;
        boolean ended = !line.now.isBefore(known(line).course.endsAt);
        boolean free = switch (act) {
            case "cancel" -> decided ? pledge.money == PledgeMoney.TAKEN : !ended;
            case "lock" -> decided && pledge.money == PledgeMoney.TAKEN;
            default -> false;
        };
        return free || (entry.state == OrderState.HELD && act.equals("cancel")) ? null : new Refusal.PledgeBinding(act);
    }

    /// Whether the order stands without money: nothing of it can be given back.
    static boolean isUnpaid(Line line, Entry entry) {
        return entry.paid == null && of(line, entry) != null;
    }

    static @Nullable Pledge of(Line line, @Nullable Entry entry) {
        CampaignFacts facts = line.facts.campaign;
        return facts == null || entry == null ? null : facts.pledges.get(entry.id());
    }

    static CampaignFacts known(Line line) {
        CampaignFacts facts = line.facts.campaign;
        if (facts == null) {
            throw new IllegalStateException("Launch " + line.before.launch() + " is no campaign.");
        }
        return facts;
    }
}

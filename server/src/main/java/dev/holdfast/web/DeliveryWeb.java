package dev.holdfast.web;

import dev.holdfast.delivery.balance.BalanceDesk;
import dev.holdfast.delivery.balance.BalanceTerms;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.balance.Credits;
import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.delivery.balance.Statements;
import dev.holdfast.delivery.balance.TaxDesk;
import dev.holdfast.delivery.handover.Checklists;
import dev.holdfast.delivery.handover.HandOverDesk;
import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.kept.KeptPromises;
import dev.holdfast.delivery.network.CentreDesk;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.StoreDesk;
import dev.holdfast.delivery.slot.SlotDesk;
import dev.holdfast.delivery.slot.Slots;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.delivery.unit.Genealogy;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.review.Reviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryWeb {
    @Bean
    static DeliveryRoutes deliveryRoutes(
            Units units,
            Allocations allocations,
            Genealogy genealogy,
            Network network,
            StoreDesk store,
            CentreDesk centre,
            Slots slots,
            SlotDesk slotDesk,
            HandOverDesk handOverDesk,
            HandOvers handOvers,
            Checklists checklists,
            KeptPromises kept,
            Balances balances,
            BalanceTerms balanceTerms,
            BalanceDesk balanceDesk,
            Credits credits,
            TaxDesk tax,
            Statements statements,
            Lenders lenders,
            Launch launch,
            Reviews reviews,
            Doorkeeper doorkeeper) {
        return new DeliveryRoutes(
                new DeliveryDoor(units, allocations, genealogy, launch, doorkeeper),
                new NetworkDoor(network, launch, doorkeeper),
                new StoreDoor(network, store, centre, launch, reviews, doorkeeper),
                new SlotDoor(slots, slotDesk, doorkeeper),
                new HandOverDoor(handOverDesk, handOvers, checklists, doorkeeper),
                new KeptDoor(kept, launch, doorkeeper),
                new BalanceDoor(balances, balanceTerms, balanceDesk, credits, tax, doorkeeper),
                new BankDoor(statements, lenders, doorkeeper));
    }
}

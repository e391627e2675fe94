package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.StoreView;
import dev.holdfast.member.mail.Mails;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Queues the letters of slots, in the transaction of whoever has the news.
final class SlotNews {
    /// What there is to be told.
    enum Kind {
        /// It has arrived, and a time can be chosen.
        INVITED,
        CONFIRMED,
        REMINDED,
        MISSED,
        /// The unit is not there any more.
        WITHDRAWN;

        String word() {
            return "slot_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Mails mails;
    private final Network network;

    SlotNews(Mails mails, Network network) {
        this.mails = mails;
        this.network = network;
    }

    /// @param slot that it is about; null: none yet
    void tell(Kind kind, Appointment appointment, @Nullable Slot slot, Instant at) {
        Centre centre = centre(appointment);
        Told told = new Told(
                appointment.order().toString(),
                slot == null ? "" : slot.from().toString(),
                centre == null ? "UTC" : centre.timeZone(),
                name(centre, slot),
                at.plus(Booking.TURN).toString(),
                Visits.is(appointment) ? "/visits/" + appointment.order() : null);
        // An order that has a slot anew each day is told each day, and of one slot and act once.
        String news = kind.word() + "/" + appointment.order() + "/" + (slot == null ? at : slot.number() + "/" + at);
        mails.queue(
                kind.word(),
                List.of(new Mails.Item(
                        news, appointment.member(), JsonMapper.shared().writeValueAsString(told))));
    }

    /// Of the region; a visit is to a place.
    private @Nullable Centre centre(Appointment appointment) {
        String place = Visits.is(appointment)
                ? appointment.region().substring(Visits.SERVICE.length())
                : Network.CENTRE + appointment.region();
        String region = network.stores().stream()
                .filter(store -> store.id().equals(place))
                .findFirst()
                .map(StoreView::region)
                .orElse(place.substring(place.indexOf(':') + 1));
        return network.centres().stream()
                .filter(one -> one.region().equals(region))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> name(@Nullable Centre centre, @Nullable Slot slot) {
        if (slot != null && !slot.place().startsWith(Network.CENTRE)) {
            return network.stores().stream()
                    .filter(store -> store.id().equals(slot.place()))
                    .findFirst()
                    .map(StoreView::name)
                    .orElse(Map.of());
        }
        return centre == null ? Map.of() : centre.name();
    }

    /// @param from of the slot; empty: none
    /// @param place its name by language
    /// @param turnUntil how long what is free is kept
    /// @param visit the page of a visit; null: it is a hand-over
    record Told(
            String order,
            String from,
            String zone,
            Map<String, String> place,
            String turnUntil,
            @Nullable String visit) {
        Told {
            place = Map.copyOf(place);
        }
    }
}

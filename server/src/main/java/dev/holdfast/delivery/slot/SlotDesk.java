package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.StoreView;
import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.delivery.slot.SlotRows.Told;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of slots for those who open them and hand over: operators everywhere, staff at their own place.
public final class SlotDesk {
    public static final int MAX_FILE_BYTES = 4 * 1024 * 1024;
    public static final int MAX_PAGE = 1_000;

    private static final Set<Capability> OPENS = Set.of(Capability.HAND_OVER, Capability.SERVICE);

    private final Network network;
    private final SlotStore slots;
    private final DayStore days;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    SlotDesk(
            Network network,
            SlotStore slots,
            DayStore days,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.slots = slots;
        this.days = days;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Who acts: an operator at every place, or somebody at the places where they work.
    public record Clerk(String member, boolean operator) {}

    /// Opens slots or writes their capacity anew, never below what is taken; all rows, or none.
    ///
    /// @return how many slots the rows stand for
    /// @throws Problem INVALID with every fault (the first 100); a place that is not the clerk's is one
    public int open(MasterRows rows, Clerk clerk) {
        RowReading reading = new RowReading("slots", SlotRows.NEEDED, SlotRows.OPTIONAL, rows);
        List<Told> told = new SlotRows(places(clerk), services(), clock.instant()).read(reading);
        refuse(reading);
        transactions.executeWithoutResult(status -> {
            Collection<String> places =
                    told.stream().map(one -> one.slot().place()).collect(Collectors.toCollection(TreeSet::new));
            List<Slot> opened = new Calendar(slots.lock(places, clock.instant())).add(told, reading);
            refuse(reading);
            slots.put(opened);
            String detail = opened.size() + " slots";
            if (clerk.operator()) {
                members.audit(clerk.member(), "open_slots", "network", detail + " at " + String.join(" ", places));
            } else {
                places.forEach(place -> network.act(clerk.member(), place, "open_slots", null, detail));
            }
        });
        return told.size();
    }

    private static void refuse(RowReading reading) {
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_slots", reading.detail(), reading.faults());
        }
    }

    private Map<String, Centre> places(Clerk clerk) {
        Map<String, Centre> regions =
                network.centres().stream().collect(Collectors.toMap(Centre::region, centre -> centre));
        Map<String, Centre> places = new LinkedHashMap<>();
        regions.forEach((region, centre) -> places.put(Network.CENTRE + region, centre));
        for (StoreView store : network.stores()) {
            Centre centre = regions.get(store.region());
            boolean opens = store.capabilities().stream().anyMatch(OPENS::contains);
            if (store.open() && centre != null && opens) {
                places.put(store.id(), centre);
            }
        }
        if (!clerk.operator()) {
            places.keySet().retainAll(network.placesOf(clerk.member()));
        }
        return places;
    }

    /// Where units are serviced; at a store that does nothing else no unit is handed over.
    ///
    /// @return by place: whether units are handed over there too
    private Map<String, Boolean> services() {
        Map<String, Boolean> services = new HashMap<>();
        network.centres().stream()
                .filter(Centre::afterSales)
                .forEach(centre -> services.put(Network.CENTRE + centre.region(), true));
        network.stores().stream()
                .filter(store -> store.capabilities().contains(Capability.SERVICE))
                .forEach(store -> services.put(store.id(), store.capabilities().contains(Capability.HAND_OVER)));
        return services;
    }

    /// A day at a place.
    ///
    /// @param zone in which the day is one
    public record Day(String place, LocalDate day, ZoneId zone, List<Slot> slots, List<Booked> booked) {
        public Day {
            slots = List.copyOf(slots);
            booked = List.copyOf(booked);
        }
    }

    /// @param date as in ISO 8601; null: today
    /// @throws Problem FORBIDDEN when they do not work there, INVALID when it is no day
    public Day day(String place, @Nullable String date, Clerk clerk) {
        Centre centre = admit(place, clerk);
        ZoneId zone = ZoneId.of(centre.timeZone());
        LocalDate day = date == null ? clock.instant().atZone(zone).toLocalDate() : day(date);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Day(place, day, zone, slots.ofPlace(place, from, to), days.booked(place, from, to, MAX_PAGE));
    }

    /// Who waits for a slot in the place's region, whoever waits longest first.
    ///
    /// @throws Problem FORBIDDEN when they do not work there
    public List<Backlog> backlog(String place, int limit, Clerk clerk) {
        return days.backlog(admit(place, clerk).region(), Math.clamp(limit, 1, MAX_PAGE));
    }

    private Centre admit(String place, Clerk clerk) {
        if (!clerk.operator()) {
            network.admit(clerk.member(), place);
        }
        Centre centre = places(new Clerk(clerk.member(), true)).get(place);
        if (centre == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'place' is '" + place + "', and nothing is handed over there.");
        }
        return Objects.requireNonNull(centre);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'day' is '" + text + "' and must be a day such as 2027-03-01.",
                    List.of(new Fault("day", text, "must be a day such as 2027-03-01")),
                    unreadable);
        }
    }
}

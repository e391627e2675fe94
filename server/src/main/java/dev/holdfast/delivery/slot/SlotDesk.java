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
import java.util.Arrays;
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

    /// Of a week.
    public static final int DAYS = 7;

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
            writeDown(clerk, "open_slots", opened.size(), places);
        });
        return told.size();
    }

    /// Takes away what is free of some slots that are to come, and of nobody what they have: a slot goes on with as
    /// many as are booked of it, or is closed. A place that somebody takes in the same moment is theirs.
    ///
    /// @return how many slots have fewer places now
    /// @throws Problem FORBIDDEN when they do not work there
    public int close(String place, Collection<Long> numbers, Clerk clerk) {
        admit(place, clerk);
        Instant now = clock.instant();
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Slot> closed = slots.lockThese(numbers).stream()
                    .filter(slot -> slot.place().equals(place) && slot.from().isAfter(now) && slot.free() > 0)
                    .map(Slot::closed)
                    .toList();
            if (!closed.isEmpty()) {
                slots.put(closed);
                writeDown(clerk, "close_slots", closed.size(), List.of(place));
            }
            return closed.size();
        }));
    }

    private void writeDown(Clerk clerk, String act, int count, Collection<String> places) {
        String detail = count + " slots";
        if (clerk.operator()) {
            members.audit(clerk.member(), act, "network", detail + " at " + String.join(" ", places));
        } else {
            places.forEach(place -> network.act(clerk.member(), place, act, null, detail));
        }
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
        return new Day(
                place,
                day,
                zone,
                slots.ofPlace(place, from, to, SlotStore.MAX_OPEN),
                days.booked(place, from, to, MAX_PAGE));
    }

    /// Seven days at a place, as those see them who open times there.
    ///
    /// @param centre of its region, whose time is told there
    /// @param bays the kinds that there may be
    /// @param slots but for those that were closed altogether
    /// @param toCome those of the days after today on which the centre is open
    public record Week(
            String place,
            LocalDate first,
            Instant asOf,
            Centre centre,
            List<Bay> bays,
            List<Slot> slots,
            List<LocalDate> toCome) {
        public Week {
            bays = List.copyOf(bays);
            slots = List.copyOf(slots);
            toCome = List.copyOf(toCome);
        }

        public List<LocalDate> days() {
            return first.datesUntil(first.plusDays(DAYS)).toList();
        }
    }

    /// @param date of the first of the days, as in ISO 8601; null: today
    /// @throws Problem FORBIDDEN when they do not work there, INVALID when it is no day
    public Week week(String place, @Nullable String date, Clerk clerk) {
        Centre centre = admit(place, clerk);
        ZoneId zone = ZoneId.of(centre.timeZone());
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = date == null ? today : day(date);
        Map<String, Boolean> services = services();
        List<Slot> known = slots.ofPlace(
                place,
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(DAYS).atStartOfDay(zone).toInstant(),
                DAYS * SlotStore.MAX_OPEN);
        return new Week(
                place,
                first,
                now,
                centre,
                Arrays.stream(Bay.values())
                        .filter(bay -> SlotRows.has(services, place, bay))
                        .toList(),
                known.stream().filter(slot -> slot.capacity() > 0).toList(),
                first.datesUntil(first.plusDays(DAYS))
                        .filter(day -> day.isAfter(today) && centre.opensOn(day))
                        .toList());
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

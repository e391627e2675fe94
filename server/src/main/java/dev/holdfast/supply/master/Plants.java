package dev.holdfast.supply.master;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Mondays;
import dev.holdfast.supply.plan.input.PlantAssembly;
import dev.holdfast.supply.plan.input.SupplyRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/// Assembles the plant of a launch, as it is told now or as it was known at any event before.
///
/// An offer is a configuration. One without a bill is its own component and takes the uploaded curve, whose weeks are
/// weeks of delivery; its delivery weeks are therefore 0, whatever the file of configurations says.
public final class Plants {
    private static final int MAX_NAMED = 100;

    private final Knowledge knowledge;
    private final EventStore events;

    /// Reading all that was known takes half a second where suppliers said much; an act of planning asks often.
    private final Cache<AsOf, Named> names =
            Caffeine.newBuilder().maximumSize(MAX_NAMED).executor(Runnable::run).build();

    private Plants(Knowledge knowledge, EventStore events) {
        this.knowledge = knowledge;
        this.events = events;
    }

    public static Plants of(JdbcTemplate jdbc) {
        var events = new EventStore(jdbc);
        return new Plants(new Knowledge(new FileStore(jdbc), events, new CurveStore(jdbc)), events);
    }

    /// The plant of a launch as told by now.
    ///
    /// @param offers the launch's offers, in the order of its definition; they become the configurations
    public AssembledPlant assemble(int launch, List<String> offers, Horizon horizon) {
        return assemble(launch, offers, horizon, latestEvent(launch));
    }

    /// The plant of a launch as it was known at an event; the same event and horizon give the same plant for ever.
    public AssembledPlant assemble(int launch, List<String> offers, Horizon horizon, long asOfEvent) {
        Known known = knowledge.at(launch, asOfEvent);
        names.put(new AsOf(launch, asOfEvent), Named.of(known.tables()));
        Bills bills = known.tables().products.bills();
        known.tables().products.supplied(known.supplied());
        int start = Mondays.number(horizon.start());
        var assembly = new PlantAssembly(offers, start, horizon.weeks());
        assembly.explode(bills);
        var built = new BuiltParts(known.standing(), bills);
        var notes = new ArrayList<String>();
        var assembled = assembly.assemble(
                receipts(known, horizon, offers, built, notes),
                rooms(known.tables(), built, horizon),
                known.tables().capacity.routes());
        addNotes(assembled, notes);
        List<Integer> deliveryWeeks = offers.stream()
                .map(offer -> bills.hasBill(offer) ? known.tables().products.deliveryWeeks(offer) : 0)
                .toList();
        return new AssembledPlant(
                asOfEvent,
                horizon,
                assembled.plant(),
                offers,
                assembled.components(),
                assembled.resources(),
                deliveryWeeks,
                built.there(),
                InputHash.of(horizon, offers, deliveryWeeks, assembled, built.there()),
                notes);
    }

    /// The number of the last supply event of a launch; 0 before the first.
    public long latestEvent(int launch) {
        return events.latest(launch);
    }

    /// What the events after `after` up to and with `upTo` touched, each with the last event that did.
    public Touched touched(int launch, long after, long upTo) {
        return events.touched(launch, after, upTo);
    }

    /// Every word on supply that held when it was told, up to an event, by number: the history of each supplier.
    public List<SupplyEvent> words(int launch, long upTo) {
        return events.effective(launch, upTo);
    }

    /// The choices that configurations are, in the order of their file.
    public List<Choice> choices(int launch, long asOfEvent) {
        return knowledge.at(launch, asOfEvent).tables().products.choices();
    }

    /// The components that were listed, in the order of their file.
    public List<Component> components(int launch, long asOfEvent) {
        return named(launch, asOfEvent).components;
    }

    /// What parts and resources are called among people, as of an event.
    public Spoken spoken(int launch, long asOfEvent) {
        return named(launch, asOfEvent).spoken;
    }

    private Named named(int launch, long asOfEvent) {
        return names.get(
                new AsOf(launch, asOfEvent),
                at -> Named.of(knowledge.at(launch, asOfEvent).tables()));
    }

    private record AsOf(int launch, long event) {}

    /// What is small of all that was known at an event, and the same for ever.
    private record Named(List<Component> components, Spoken spoken) {
        static Named of(Tables tables) {
            Map<String, Map<String, String>> spoken = new HashMap<>();
            tables.parties
                    .components()
                    .forEach((name, component) -> spoken.put(name, texts(component.nameEn(), component.nameZh())));
            return new Named(
                    List.copyOf(tables.parties.components().values()), new Spoken(spoken, tables.calendar.names()));
        }
    }

    static Map<String, String> texts(String english, String chinese) {
        Map<String, String> texts = new TreeMap<>();
        if (!english.isEmpty()) {
            texts.put("en", english);
        }
        if (!chinese.isEmpty()) {
            texts.put("zh", chinese);
        }
        return texts;
    }

    private static List<SupplyRows.Receipt> receipts(
            Known known, Horizon horizon, List<String> offers, BuiltParts built, List<String> notes) {
        Bills bills = known.tables().products.bills();
        var receipts = new ArrayList<>(new UsableSupply(known.counted(), known.standing(), built, horizon).receipts());
        var unread = new TreeSet<String>();
        for (CurveStore.Receipt receipt : known.curves()) {
            if (bills.hasBill(receipt.offer())) {
                unread.add(receipt.offer());
            } else if (offers.contains(receipt.offer())) {
                receipts.add(
                        new SupplyRows.Receipt(receipt.offer(), Mondays.number(receipt.week()), receipt.quantity()));
            }
        }
        unread.forEach(offer -> notes.add("curve: " + offer + " has a bill, so its curve is not read"));
        return receipts;
    }

    /// Of the first week what was built in it already had its share.
    private static List<CapacityRows.Room> rooms(Tables tables, BuiltParts built, Horizon horizon) {
        int first = Mondays.number(horizon.start());
        Map<String, Long> taken = new HashMap<>();
        tables.capacity
                .routes()
                .forEach(route ->
                        taken.merge(route.resource(), built.in(horizon.start(), route.configuration()), Long::sum));
        var rooms = new ArrayList<CapacityRows.Room>();
        for (CapacityRows.Room row : tables.capacity.rooms()) {
            CapacityRows.Room room = tables.calendar.open(row);
            long gone = room.week() == first ? Math.min(room.capacity(), taken.getOrDefault(room.resource(), 0L)) : 0;
            rooms.add(new CapacityRows.Room(room.resource(), room.week(), room.capacity() - gone));
        }
        return rooms;
    }

    private static void addNotes(PlantAssembly.Assembled assembled, List<String> notes) {
        assembled.unneeded().forEach(name -> notes.add("supply: no offer needs " + name));
        assembled.unrouted().forEach(name -> notes.add("capacity: no offer goes through " + name));
        assembled.unordered().forEach(name -> notes.add("routing: " + name + " is no offer of this launch"));
        assembled.closed().forEach(name -> notes.add("routing: " + name + " has no capacity in any week"));
        for (int component = 0; component < assembled.components().size(); component++) {
            if (!assembled.plant().isSupplied(component)) {
                notes.add("supply: nothing within the horizon is said of "
                        + assembled.components().get(component));
            }
        }
    }
}

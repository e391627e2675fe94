package dev.holdfast.delivery.unit;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The face of genealogy: what units are made of, as events of GS1 EPCIS 2.0, in and out.
public final class Genealogy {
    /// A day's work of a large plant as events.
    public static final int MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final UnitStore units;
    private final LotStore lots;
    private final Quarantines quarantines;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Genealogy(
            UnitStore units,
            LotStore lots,
            Quarantines quarantines,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.units = units;
        this.lots = lots;
        this.quarantines = quarantines;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param read events that say what is made of what
    /// @param passedOver events that say something else
    public record EventsTold(int read, int passedOver) {}

    /// @param document an EPCISDocument
    /// @param next where the next page goes on; 0: this was the last
    public record Events(String document, long next) {}

    /// Writes down what a document says is made of what; all of it, or nothing. The same once more changes
    /// nothing.
    ///
    /// @throws Problem MALFORMED when it is no JSON, INVALID with the first 100 faults
    public EventsTold tell(String slug, byte[] document, String actor) {
        Epcis epcis = Epcis.read(parse(document));
        int number = launch.number(slug);
        return Objects.requireNonNull(transactions.execute(status -> {
            quarantines.await();
            Set<String> known = units.bySerial(epcis.lotsOfUnits.keySet()).stream()
                    .filter(unit -> unit.launch() == number)
                    .map(Unit::serial)
                    .collect(Collectors.toSet());
            for (String serial : epcis.lotsOfUnits.keySet()) {
                if (!known.contains(serial)) {
                    epcis.fault("", serial, "is no unit of this launch; tell first that it was built");
                }
            }
            if (!epcis.faults.isEmpty()) {
                Fault first = epcis.faults.getFirst();
                throw new Problem(
                        Problem.Kind.INVALID,
                        "invalid_events",
                        "Nothing was taken. The first fault: " + first.where() + " '" + first.value() + "' "
                                + first.reason() + ".",
                        epcis.faults);
            }
            lots.use(epcis.lotsOfUnits);
            lots.part(epcis.madeOfLots);
            quarantines.spread();
            members.audit(actor, "tell_genealogy", slug, epcis.read + " events");
            return new EventsTold(epcis.read, epcis.passedOver);
        }));
    }

    private static JsonNode parse(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException malformed) {
            throw new Problem(
                    Problem.Kind.MALFORMED, "malformed_json", "The body is no JSON document.", List.of(), malformed);
        }
    }

    /// What the next units of a launch are made of, through however many lots.
    public Events events(String slug, long after, int limit) {
        List<Unit> page = units.page(launch.number(slug), null, after, Math.clamp(limit, 1, Units.MAX_PAGE));
        ObjectNode document = JSON.createObjectNode();
        document.putArray("@context").add("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld");
        document.put("type", "EPCISDocument").put("schemaVersion", "2.0");
        document.put("creationDate", clock.instant().toString());
        ArrayNode events = document.putObject("epcisBody").putArray("eventList");
        Map<String, Set<String>> lotsOf =
                lots.ofUnits(page.stream().map(Unit::number).toList());
        Set<String> used = new TreeSet<>();
        lotsOf.values().forEach(used::addAll);
        lots.madeOf(used).forEach((made, of) -> lotEvent(events.addObject(), made, of));
        for (Unit unit : page) {
            Set<String> of = lotsOf.getOrDefault(unit.serial(), Set.of());
            if (!of.isEmpty()) {
                ObjectNode event = transformation(events.addObject(), unit.at(), of);
                event.putArray("outputEPCList").add(Epcis.UNIT + unit.serial());
            }
        }
        long next = page.size() < limit ? 0 : page.getLast().number();
        return new Events(JSON.writeValueAsString(document), next);
    }

    private void lotEvent(ObjectNode event, String made, Set<String> of) {
        transformation(event, clock.instant(), of)
                .putArray("outputQuantityList")
                .addObject()
                .put("epcClass", Epcis.identifier(made));
    }

    private static ObjectNode transformation(ObjectNode event, Instant at, Set<String> of) {
        event.put("type", "TransformationEvent");
        event.put("eventTime", at.toString()).put("eventTimeZoneOffset", "+00:00");
        ArrayNode inputs = event.putArray("inputQuantityList");
        of.forEach(lot -> inputs.addObject().put("epcClass", Epcis.identifier(lot)));
        return event;
    }
}

package dev.holdfast.service.recall;

import dev.holdfast.delivery.unit.Quarantines;
import dev.holdfast.member.Members;
import java.time.Instant;

/// Notes that a unit was remedied, whoever says so, in the running transaction: whatever stopped it lets it go.
final class RemedyNotes {
    private final RecallStore recalls;
    private final RecallUnitStore units;
    private final Quarantines quarantines;
    private final Members members;

    RemedyNotes(RecallStore recalls, RecallUnitStore units, Quarantines quarantines, Members members) {
        this.recalls = recalls;
        this.units = units;
        this.quarantines = quarantines;
        this.members = members;
    }

    /// The same once more changes nothing.
    void note(int recall, String serial, String place, String actor, Instant now) {
        if (units.remedy(recall, serial, place, now, actor)) {
            members.audit(actor, "remedy_unit", serial, "recall " + recall + ", " + place);
            if (!recalls.find(recall).orElseThrow().drill()) {
                quarantines.releaseUnit(serial, actor);
            }
        }
    }
}

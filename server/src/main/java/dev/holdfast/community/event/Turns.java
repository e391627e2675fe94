package dev.holdfast.community.event;

import dev.holdfast.community.event.EventNews.Kind;
import dev.holdfast.launch.draw.Entrant;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.Seating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whose turn it is: the draw, and every place that becomes free after it.
///
/// Each method runs under the lock of the event's row: between looking at who holds a place and writing
/// down who gets the next, nobody else may.
final class Turns {
    static final Set<PlaceState> HOLDING = Set.of(PlaceState.WON, PlaceState.CONFIRMED, PlaceState.ATTENDED);

    private final ApplicantStore applicants;
    private final EventNews news;

    Turns(ApplicantStore applicants, EventNews news) {
        this.applicants = applicants;
        this.news = news;
    }

    /// Makes the draw. Whoever gave up after the freeze is drawn too, as the list says, and leaves at once.
    void draw(EventRow event, String figure, Instant now) {
        List<Entrant> drawn = Entrant.inDrawnOrder(
                applicants.list(event.number()), Hashes.key(HexFormat.of().parseHex(event.seed()), figure));
        Map<String, Applicant> byHash =
                applicants.standing(event.number(), Set.of(PlaceState.APPLIED, PlaceState.GIVEN_BACK)).stream()
                        .collect(Collectors.toMap(Applicant::hash, Function.identity()));
        applicants.drawn(event.number(), drawn);
        int[] places =
                seating(event).fill(drawn.stream().mapToInt(Entrant::fits).toArray(), Integer.MAX_VALUE);
        List<Applicant> winners = IntStream.of(places)
                .mapToObj(index -> byHash.get(drawn.get(index).hash()))
                .filter(applicant -> applicant.state() == PlaceState.APPLIED)
                .toList();
        give(event, winners, Kind.WON, now);
        List<String> gone = byHash.values().stream()
                .filter(applicant -> applicant.state() == PlaceState.GIVEN_BACK)
                .map(Applicant::hash)
                .sorted()
                .toList();
        applicants.move(event.number(), now, false, gone, PlaceState.GIVEN_BACK.name());
        fill(event, now);
        List<String> reserves = members(applicants.standing(event.number(), Set.of(PlaceState.RESERVE)));
        news.tell(Kind.RESERVE, event, reserves, now, Map.of());
    }

    /// Somebody leaves, and whose turn it is gets the place.
    void leave(EventRow event, List<Applicant> leaving, PlaceState state, Instant now) {
        applicants.stand(event.number(), members(leaving), state, now, null);
        if (event.figure() != null) {
            applicants.move(
                    event.number(),
                    now,
                    false,
                    leaving.stream().map(Applicant::hash).toList(),
                    state.name());
            if (now.isBefore(event.definition().lastMove())) {
                fill(event, now);
            }
        }
    }

    /// Gives every free place to whose turn it is.
    void fill(EventRow event, Instant now) {
        Seating seating = seating(event);
        applicants.standing(event.number(), HOLDING).forEach(holder -> seating.sit(holder.fits()));
        if (seating.free() == 0) {
            return;
        }
        List<Applicant> waiting = applicants.standing(event.number(), Set.of(PlaceState.RESERVE));
        int[] next = seating.fill(waiting.stream().mapToInt(Applicant::fits).toArray(), Integer.MAX_VALUE);
        List<Applicant> up = IntStream.of(next).mapToObj(waiting::get).toList();
        applicants.move(
                event.number(), now, true, up.stream().map(Applicant::hash).toList(), Kind.MOVED_UP.name());
        give(event, up, Kind.MOVED_UP, now);
    }

    private static Seating seating(EventRow event) {
        return new Seating(event.definition().places(), event.definition().drawnQuotas());
    }

    /// Whoever stands at the door already need not confirm.
    private void give(EventRow event, List<Applicant> to, Kind kind, Instant now) {
        var present = new ArrayList<String>();
        var absent = new ArrayList<String>();
        to.forEach(one -> (one.attendedAt() == null ? absent : present).add(one.member()));
        applicants.stand(event.number(), present, PlaceState.ATTENDED, now, null);
        Instant until = confirmBefore(event.definition(), now);
        applicants.stand(event.number(), absent, PlaceState.WON, now, until);
        news.tell(kind, event, absent, now, Map.of("until", until.toString()));
    }

    private static Instant confirmBefore(EventDefinition event, Instant now) {
        Instant until = now.plus(event.confirmWithin());
        return until.isBefore(event.lastMove()) ? until : event.lastMove();
    }

    /// Takes back the places of those who did not come; they go to the reserves who did, in drawn order.
    void release(EventRow event, Instant now) {
        List<Applicant> absent = absent(event, Set.of(PlaceState.WON, PlaceState.CONFIRMED));
        List<Applicant> reserves = absent(event, Set.of(PlaceState.RESERVE));
        leave(event, absent, PlaceState.NO_SHOW, now);
        leave(event, reserves, PlaceState.NO_SHOW, now);
        fill(event, now);
    }

    private List<Applicant> absent(EventRow event, Set<PlaceState> states) {
        return applicants.standing(event.number(), states).stream()
                .filter(one -> one.attendedAt() == null)
                .toList();
    }

    private static List<String> members(List<Applicant> of) {
        return of.stream().map(Applicant::member).toList();
    }
}

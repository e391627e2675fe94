package dev.holdfast.community.council;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.Events;
import dev.holdfast.community.event.PlaceState;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of councils: which there are, and who sits in them.
///
/// Days are days of UTC, as those of official answers are.
public final class Councils {
    /// In the list that everybody sees: the latest.
    public static final int MAX_LISTED = 200;
    /// More do not hear each other.
    public static final int MAX_SEATS = 200;
    public static final int MAX_NAME = 120;
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_BECAUSE = 500;

    private final CouncilStore store;
    private final Events events;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    Councils(
            CouncilStore store, Events events, TransactionTemplate transactions, Members members, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Sets a council up or changes it; the same again changes nothing.
    ///
    /// @return true when it is new
    /// @throws Problem UNKNOWN when there is no such event; INVALID with every fault; CONFLICT
    ///     `council_fixed` for what those who sit there rely on by now
    public boolean define(String slug, CouncilDefinition definition, String operator) {
        CouncilCheck.council(slug, definition);
        if (definition.seating() instanceof Seating.Drawn drawn) {
            refuseUnlessSmall(drawn);
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean made = store.make(slug, definition, now());
            CouncilStore.Row council = store.lock(slug);
            if (!made && council.definition().equals(definition)) {
                return false;
            }
            if (!made && !mayChange(council, definition)) {
                throw CouncilProblems.fixed(slug);
            }
            boolean same = council.definition().seating().equals(definition.seating());
            store.change(slug, definition, same ? council.seatingAt() : now());
            members.audit(operator, made ? "make_council" : "change_council", slug, summary(definition));
            return made;
        }));
    }

    private void refuseUnlessSmall(Seating.Drawn drawn) {
        int places = events.look(drawn.event()).definition().places();
        if (places > MAX_SEATS) {
            CouncilProblems.refuse(List.of(new Fault(
                    "event", drawn.event(), "has " + places + " places, and a council has " + MAX_SEATS + " at most")));
        }
    }

    /// Who sits there was promised a way of choosing; who brought something, a day.
    private boolean mayChange(CouncilStore.Row council, CouncilDefinition wanted) {
        CouncilDefinition kept = council.definition();
        boolean sameSeating = kept.seating().equals(wanted.seating());
        boolean sameDays =
                kept.heldOn().equals(wanted.heldOn()) && kept.answerBy().equals(wanted.answerBy());
        return (sameSeating || seats(council).isEmpty())
                && ((sameSeating && sameDays) || !store.brought(council.number(), ""));
    }

    private static String summary(CouncilDefinition council) {
        String seating = switch (council.seating()) {
            case Seating.Drawn drawn -> "drawn at " + drawn.event();
            case Seating.Chosen chosen -> chosen.seats() + " seats by rules";
        };
        return seating + ", held on " + council.heldOn() + ", answered by " + council.answerBy();
    }

    /// The latest session first.
    public List<CouncilView> all() {
        return store.views("", today(), MAX_LISTED);
    }

    /// @throws Problem UNKNOWN, as everything here that names a council
    public CouncilView look(String slug) {
        return store.views(slug, today(), 1).stream().findFirst().orElseThrow(() -> CouncilProblems.unknown(slug));
    }

    /// Who sits there; nobody before a draw.
    public List<Seat> seats(String slug) {
        return seats(store.read(slug));
    }

    private List<Seat> seats(CouncilStore.Row council) {
        return switch (council.definition().seating()) {
            case Seating.Chosen ignored -> store.seats(council.number());
            case Seating.Drawn drawn ->
                Stream.of(PlaceState.ATTENDED, PlaceState.CONFIRMED, PlaceState.WON)
                        .flatMap(state -> events.applicants(drawn.event(), state, "", Events.MAX_PAGE).stream())
                        .map(Councils::seat)
                        .toList();
        };
    }

    private static Seat seat(Applicant holder) {
        return new Seat(holder.member(), Map.of(), holder.attendedAt() != null);
    }

    /// The seat of one member; empty: they have none.
    public Optional<Seat> seat(String slug, String member) {
        return seat(store.read(slug), member);
    }

    Optional<Seat> seat(CouncilStore.Row council, String member) {
        return switch (council.definition().seating()) {
            case Seating.Chosen ignored ->
                store.seats(council.number()).stream()
                        .filter(seat -> seat.member().equals(member))
                        .findFirst();
            case Seating.Drawn drawn ->
                events.find(drawn.event(), member)
                        .filter(own -> own.applicant().state().holds())
                        .map(own -> seat(own.applicant()));
        };
    }

    /// Seats a member by the rules, or says anew which of them they fit.
    ///
    /// @param because which of the rules, by language, for everybody to read
    /// @throws Problem INVALID; CONFLICT `seats_drawn`, `seats_taken`, `council_over`
    public void give(String slug, String member, Map<String, String> because, String operator) {
        CouncilCheck.seat(member, because);
        transactions.executeWithoutResult(status -> {
            CouncilStore.Row council = store.lock(slug);
            Seating.Chosen chosen = chosen(council);
            if (today().isAfter(council.definition().heldOn())) {
                throw CouncilProblems.over(council.definition());
            }
            List<Seat> taken = store.seats(council.number());
            boolean seated = taken.stream().anyMatch(seat -> seat.member().equals(member));
            if (!seated && taken.size() >= chosen.seats()) {
                throw CouncilProblems.full(chosen.seats());
            }
            store.give(council.number(), member, because, operator, now());
            members.audit(operator, "seat_in_council", member, slug + ": " + because.get("en"));
        });
    }

    /// Takes a seat back that was given by mistake; nothing was brought from it.
    ///
    /// @throws Problem CONFLICT `seats_drawn`, `seat_used`
    public void take(String slug, String member, String operator) {
        transactions.executeWithoutResult(status -> {
            CouncilStore.Row council = store.lock(slug);
            chosen(council);
            if (seat(council, member).isEmpty()) {
                throw CouncilProblems.notSeated(slug);
            }
            if (store.brought(council.number(), member)) {
                throw CouncilProblems.hasBrought();
            }
            store.take(council.number(), member);
            members.audit(operator, "unseat_from_council", member, slug);
        });
    }

    private static Seating.Chosen chosen(CouncilStore.Row council) {
        return switch (council.definition().seating()) {
            case Seating.Chosen chosen -> chosen;
            case Seating.Drawn drawn -> throw CouncilProblems.drawn(drawn.event());
        };
    }

    /// @throws Problem UNKNOWN
    CouncilStore.Row read(String slug) {
        return store.read(slug);
    }

    CouncilStore.Row lock(String slug) {
        return store.lock(slug);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

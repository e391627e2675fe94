package dev.holdfast.community.council;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.council.SuggestionStep.Act;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of suggestions: what is brought to councils, who answers it and by when, what is answered and
/// what came of it.
public final class Suggestions {
    public static final int MAX_PAGE = 200;
    /// Beyond it nobody turns pages.
    public static final int MAX_SKIP = 100_000;
    public static final int MAX_TITLE = 120;
    public static final int MAX_TEXT = 4_000;
    /// Of one member in one council.
    public static final int MAX_OF_MEMBER = 10;
    /// Of one council.
    public static final int MAX_OF_COUNCIL = 500;
    /// How long after its day the minutes of a session are written.
    public static final int MINUTES_DAYS = 7;
    /// Of one suggestion.
    private static final int MAX_STEPS = 100;

    private final SuggestionStore store;
    private final Councils councils;
    private final AnswerRoles roles;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    Suggestions(
            SuggestionStore store,
            Councils councils,
            AnswerRoles roles,
            Mails mails,
            TransactionTemplate transactions,
            Members members,
            InstantSource clock) {
        this.store = store;
        this.councils = councils;
        this.roles = roles;
        this.mails = mails;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Which of all suggestions somebody looks at.
    public enum Which {
        OVERDUE,
        WAITING,
        PROMISED,
        DONE
    }

    /// Brings a suggestion; the very same one again is the same suggestion.
    ///
    /// @param member who has a seat
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `not_seated`, `council_over` or `too_many_suggestions`
    public Suggestion bring(String council, String member, Spoken spoken) {
        return bring(council, member, spoken, null);
    }

    /// The same, from the minutes of a session: an operator writes down what a member said there.
    public Suggestion record(String council, String member, Spoken spoken, String operator) {
        return bring(council, member, spoken, operator);
    }

    private Suggestion bring(String slug, String member, Spoken spoken, @Nullable String operator) {
        CouncilCheck.spoken(spoken);
        return Objects.requireNonNull(transactions.execute(status -> {
            CouncilStore.Row council = councils.lock(slug);
            LocalDate last = council.definition().heldOn().plusDays(operator == null ? 0 : MINUTES_DAYS);
            if (today().isAfter(last)) {
                throw CouncilProblems.over(council.definition());
            }
            if (councils.seat(council, member).isEmpty()) {
                throw CouncilProblems.notSeated(slug);
            }
            return store.same(council.number(), member, spoken, today())
                    .orElseGet(() -> add(council, member, spoken, operator));
        }));
    }

    private Suggestion add(CouncilStore.Row council, String member, Spoken spoken, @Nullable String operator) {
        int before = store.count(council.number(), "");
        if (before >= MAX_OF_COUNCIL) {
            throw CouncilProblems.tooMany(MAX_OF_COUNCIL, "this council");
        }
        if (store.count(council.number(), member) >= MAX_OF_MEMBER) {
            throw CouncilProblems.tooMany(MAX_OF_MEMBER, "this member");
        }
        SuggestionId id = new SuggestionId(council.slug(), before + 1);
        store.bring(
                council.number(),
                id.number(),
                member,
                spoken,
                now(),
                council.definition().answerBy());
        if (operator != null) {
            members.audit(operator, "record_suggestion", id.toString(), "of " + member);
        }
        return store.read(id, today());
    }

    /// Everything that was brought to a council, in that order.
    public List<Suggestion> of(String council) {
        return store.of(councils.read(council).number(), today());
    }

    /// @throws Problem UNKNOWN, as everything here that names one
    public Suggestion look(SuggestionId id) {
        return store.read(id, today());
    }

    /// Whether an operator may sign in the role it was given to.
    public boolean signedBy(SuggestionId id, String operator) {
        AnswerRole given = store.role(id);
        return roles.of(operator).stream().anyMatch(own -> own.id().equals(given.id()));
    }

    /// What happened to it, the oldest first.
    public List<SuggestionStep> steps(SuggestionId id) {
        store.read(id, today());
        return store.steps(id);
    }

    /// Suggestions of all councils, by the day by which they are judged.
    public List<Suggestion> tracked(Which which, int skip, int limit) {
        return store.tracked(which, today(), Math.clamp(skip, 0, MAX_SKIP), Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Names who answers it and by when; one that was declined or done is opened again by it. Whoever does so need
    /// not sign in that role.
    ///
    /// @throws Problem INVALID; CONFLICT `suggestion_state`
    public Suggestion assign(SuggestionId id, Assignment assignment, String operator) {
        AnswerRole role = role(assignment.role());
        return act(id, operator, before -> {
            SuggestionState state = before.state();
            if (state == SuggestionState.PROMISED || state == SuggestionState.WITHDRAWN) {
                throw CouncilProblems.wrongState(state, "assigned");
            }
            CouncilCheck.assignment(assignment, state == SuggestionState.BROUGHT, today());
            LocalDate due = assignment.due();
            return new Move(
                    standing(SuggestionState.ASSIGNED, due, state.waits() ? before.judgedBy() : null),
                    role,
                    step(Act.ASSIGNED, null, assignment.reason(), due));
        });
    }

    /// Answers it; an answer is never changed, and another one is given after it.
    ///
    /// @throws Problem INVALID; FORBIDDEN `not_a_signer`; CONFLICT `suggestion_state` or `answered_meanwhile`
    public Suggestion answer(SuggestionId id, SuggestionAnswer answer, String operator) {
        CouncilCheck.answer(answer, today());
        @Nullable AnswerRole signs = answer.role() == null ? null : signing(answer.role(), operator);
        return act(id, operator, before -> {
            SuggestionState state = before.state();
            boolean may = state == SuggestionState.ASSIGNED
                    || state == SuggestionState.PUT_OFF
                    || state == SuggestionState.PROMISED;
            if (!may) {
                throw CouncilProblems.wrongState(state, "answered");
            }
            if (answer.after() != null && answer.after() != before.steps()) {
                throw CouncilProblems.meanwhile(before.steps(), answer.after());
            }
            return new Move(
                    answered(before, answer),
                    signs == null ? assigned(id, operator) : signs,
                    step(Act.ANSWERED, answer.decision(), answer.reason(), answer.promisedBy()));
        });
    }

    /// A promise that is moved, or put off, is judged by its first day all the same.
    private static SuggestionStore.Standing answered(Suggestion before, SuggestionAnswer answer) {
        @Nullable LocalDate judged = before.state() == SuggestionState.PROMISED ? before.judgedBy() : null;
        SuggestionState state = CouncilCheck.accepts(answer.decision())
                ? SuggestionState.PROMISED
                : answer.decision() == Decision.LATER ? SuggestionState.PUT_OFF : SuggestionState.DECLINED;
        @Nullable LocalDate by = answer.promisedBy();
        return by == null ? new SuggestionStore.Standing(state, null, judged, null) : standing(state, by, judged);
    }

    private static SuggestionStore.Standing standing(
            SuggestionState state, LocalDate due, @Nullable LocalDate judgedBefore) {
        LocalDate judged = judgedBefore == null || due.isBefore(judgedBefore) ? due : judgedBefore;
        return new SuggestionStore.Standing(state, due, judged, null);
    }

    /// Says that what was promised is done.
    ///
    /// @param evidence how anybody can see it, by language
    /// @throws Problem INVALID; FORBIDDEN `not_a_signer`; CONFLICT `suggestion_state`
    public Suggestion done(SuggestionId id, Map<String, String> evidence, String operator) {
        CouncilCheck.evidence(evidence);
        return act(id, operator, before -> {
            if (before.state() != SuggestionState.PROMISED) {
                throw CouncilProblems.wrongState(before.state(), "done");
            }
            return new Move(
                    new SuggestionStore.Standing(SuggestionState.DONE, null, before.judgedBy(), today()),
                    assigned(id, operator),
                    step(Act.DONE, null, evidence, null));
        });
    }

    private record Move(SuggestionStore.Standing standing, AnswerRole role, SuggestionStep step) {}

    private interface Deciding {
        Move of(Suggestion before);
    }

    private SuggestionStep step(
            Act act, @Nullable Decision decision, Map<String, String> words, @Nullable LocalDate due) {
        return new SuggestionStep(0, act, Map.of(), decision, words, due, now());
    }

    private Suggestion act(SuggestionId id, String operator, Deciding deciding) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Suggestion before = store.lock(id, today());
            if (before.steps() >= MAX_STEPS) {
                CouncilProblems.refuse(List.of(
                        new Fault("suggestion", id.toString(), "has " + MAX_STEPS + " steps, and may have no more")));
            }
            Move move = deciding.of(before);
            store.append(id, move.standing(), move.role(), move.step(), operator);
            if (move.step().act() != Act.ASSIGNED) {
                mails.queue(SuggestionLetter.KIND, List.of(SuggestionLetter.item(before)));
            }
            members.audit(operator, word(move.step().act()), id.toString(), detail(move));
            return store.read(id, today());
        }));
    }

    private static String word(Act act) {
        return switch (act) {
            case ASSIGNED -> "assign_suggestion";
            case ANSWERED -> "answer_suggestion";
            case DONE, WITHDRAWN -> "do_suggestion";
        };
    }

    private static String detail(Move move) {
        @Nullable Decision decision = move.step().decision();
        @Nullable LocalDate due = move.step().due();
        return (decision == null ? "" : decision + " as ") + move.role().id() + (due == null ? "" : ", by " + due);
    }

    private AnswerRole role(String id) {
        return roles.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CouncilProblems.noRole(id));
    }

    private AnswerRole signing(String id, String operator) {
        return roles.signing(id, operator).orElseThrow(() -> CouncilProblems.noRole(id));
    }

    /// The one it was given to, under the name that it had then.
    private AnswerRole assigned(SuggestionId id, String operator) {
        AnswerRole role = store.role(id);
        signing(role.id(), operator);
        return role;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

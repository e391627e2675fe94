package dev.holdfast.community.answer;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of official answers: by when they are given, what they say and what became of them.
///
/// Days are days of UTC: a promised date is over when that day has ended there.
public final class Answers {
    public static final int MAX_PAGE = 200;
    /// Beyond it nobody turns pages.
    public static final int MAX_SKIP = 100_000;

    public static final int MAX_REASON = 4_000;

    /// Of one wish; a conversation belongs below it.
    static final int MAX_ANSWERS = 100;

    private final AnswerStore store;
    private final AnswerReads reads;
    private final AnswerRoles roles;
    private final Wishes wishes;
    private final WishNews news;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    Answers(
            AnswerStore store,
            AnswerReads reads,
            AnswerRoles roles,
            Wishes wishes,
            WishNews news,
            TransactionTemplate transactions,
            Members members,
            InstantSource clock) {
        this.store = store;
        this.reads = reads;
        this.roles = roles;
        this.wishes = wishes;
        this.news = news;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Gives an answer: from then on it holds, and is never changed. A wish that was answered before is
    /// opened again for it, so that its steps say so.
    ///
    /// @throws Problem UNKNOWN when there is no such wish; INVALID with every fault; FORBIDDEN `not_a_signer`;
    ///     CONFLICT `answered_meanwhile`, or `wish_closed` when it was withdrawn or merged
    public Answer answer(Draft draft, String operator) {
        AnswerRole role = judged(draft, operator);
        return Objects.requireNonNull(transactions.execute(status -> {
            if (wishes.find(draft.wish()).state() == WishState.ANSWERED) {
                wishes.reopen(draft.wish(), "answered_anew", operator);
            }
            wishes.decide(draft.wish(), draft.decision(), operator);
            // Under the wish's lock from here on: nobody else appends.
            int before = store.answers(draft.wish());
            refuseMeanwhile(draft.after(), before);
            Answer answer = new Answer(
                    before + 1,
                    role.id(),
                    role.name(),
                    draft.decision(),
                    draft.reason(),
                    draft.promisedBy(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            store.append(draft.wish(), answer, operator, Boilerplate.sentences(draft.reason()));
            members.audit(operator, "answer_wish", draft.wish().toString(), detail(answer));
            news.note(draft.wish(), WishNews.Kind.ANSWERED, Integer.toString(answer.number()), told(answer));
            return answer;
        }));
    }

    /// What the rule against boilerplate says of a draft; changes nothing.
    ///
    /// @throws Problem UNKNOWN when there is no such wish; INVALID with every fault; FORBIDDEN `not_a_signer`
    public Preview preview(Draft draft, String operator) {
        ofWish(draft.wish());
        judged(draft, operator);
        List<Boilerplate.Use> uses = store.uses(draft.wish(), Boilerplate.sentences(draft.reason()));
        List<Boilerplate.Use> reused = uses.stream()
                .filter(use -> use.wishes() > 0)
                .sorted(Comparator.comparingInt(Boilerplate.Use::wishes).reversed())
                .toList();
        return new Preview(reused, Boilerplate.molds(uses));
    }

    /// @throws Problem UNKNOWN when there is no such wish
    public WishAnswers ofWish(WishId wish) {
        return reads.ofWish(wishes.find(wish), clock.instant());
    }

    /// The wishes that are due for an answer, the most urgent first.
    ///
    /// @param wishClass only those of it; null: of any
    /// @param overdue only those whose time has passed
    public List<Waiting> waiting(@Nullable String wishClass, boolean overdue, int skip, int limit) {
        return reads.waiting(wishClass, overdue, clock.instant(), skip(skip), limit(limit));
    }

    /// What was promised, the earliest date first.
    public List<PromisedWish> promises(PromisedWish.State which, int skip, int limit) {
        return reads.promises(which, today(), skip(skip), limit(limit));
    }

    /// All answers that were ever given to some wishes, the oldest first.
    ///
    /// @param wishes at most [#MAX_PAGE]
    public Map<WishId, List<Answer>> given(List<WishId> wishes) {
        return reads.given(bounded(wishes));
    }

    /// All that was promised about some wishes, in the order of their numbers.
    ///
    /// @param wishes at most [#MAX_PAGE]
    public List<PromisedWish> promised(List<WishId> wishes) {
        return reads.promises(bounded(wishes), today());
    }

    private static List<WishId> bounded(List<WishId> wishes) {
        Check.that(wishes.size() <= MAX_PAGE, "%s wishes are asked for at once.", wishes.size());
        return wishes;
    }

    public Figures figures() {
        return reads.figures(clock.instant(), today());
    }

    private AnswerRole judged(Draft draft, String operator) {
        List<Fault> faults = new ArrayList<>(AnswerCheck.faults(draft, today()));
        @Nullable AnswerRole role = roles.signing(draft.role(), operator).orElse(null);
        if (role == null) {
            faults.add(new Fault("role", draft.role(), "is no role that signs answers"));
        }
        AnswerCheck.refuse(faults);
        return Objects.requireNonNull(role);
    }

    private static void refuseMeanwhile(@Nullable Integer known, int before) {
        if (before >= MAX_ANSWERS) {
            AnswerCheck.refuse(List.of(new Fault("wish", null, "has " + before + " answers, and may have no more")));
        }
        if (known != null && known != before) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "answered_meanwhile",
                    "The wish has " + before + " answers and you knew of " + known + ". Read the last one first.");
        }
    }

    private static Map<String, String> told(Answer answer) {
        Map<String, String> told = new HashMap<>();
        told.put("decision", answer.decision().name());
        answer.roleName().forEach((language, name) -> told.put("role." + language, name));
        answer.reason().forEach((language, reason) -> told.put("reason." + language, reason));
        LocalDate by = answer.promisedBy();
        if (by != null) {
            told.put("by", by.toString());
        }
        return told;
    }

    private static String detail(Answer answer) {
        LocalDate by = answer.promisedBy();
        return "no. " + answer.number() + ", " + answer.decision() + " as " + answer.role()
                + (by == null ? "" : ", by " + by);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static int skip(int skip) {
        return Math.clamp(skip, 0, MAX_SKIP);
    }

    private static int limit(int limit) {
        return Math.clamp(limit, 1, MAX_PAGE);
    }
}

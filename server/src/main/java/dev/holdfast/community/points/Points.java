package dev.holdfast.community.points;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of points: rules, what was earned by them, statements, and what the brand owes.
public final class Points {
    public static final int MAX_PAGE = 200;
    public static final int MAX_RULES = 500;

    /// The rule of lots that a reward left behind which came back; nobody can define one of this name.
    static final String RETURNED = "returned";

    private static final int MAX_ENDS = 24;

    private final RuleStore rules;
    private final PurseStore purses;
    private final StatementStore statements;
    private final ReportStore reports;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Points(
            RuleStore rules,
            PurseStore purses,
            StatementStore statements,
            ReportStore reports,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rules = rules;
        this.purses = purses;
        this.statements = statements;
        this.reports = reports;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Makes a rule, or a new version of it; the same again changes nothing. What was earned before keeps its version.
    ///
    /// @throws Problem INVALID with every fault
    public KeptRule define(String name, Rule rule, String operator) {
        new Bounds()
                .slug("name", name)
                .that(!name.equals(RETURNED), "name", name, "is what returned rewards earn by")
                .names(rule.names())
                .number("points", rule.points(), 1, Bounds.MAX_POINTS)
                .number("mostPerDay", rule.mostPerDay(), 1, Bounds.MAX_PRICE)
                .span("activeAfter", rule.activeAfter(), Duration.ZERO, Bounds.MAX_LIFE)
                .span("life", rule.life(), Duration.ofHours(1), Bounds.MAX_LIFE)
                .that(
                        rule.activeAfter().compareTo(rule.life()) < 0,
                        "activeAfter",
                        rule.activeAfter().toString(),
                        "must be shorter than the life, or nothing could ever be spent")
                .hold();
        return Objects.requireNonNull(transactions.execute(status -> {
            rules.lock();
            Optional<KeptRule> before = rules.find(name);
            if (before.isPresent() && before.get().rule().equals(rule)) {
                return before.get();
            }
            int version = before.map(KeptRule::version).orElse(0) + 1;
            KeptRule kept = new KeptRule(name, version, rule, operator, clock.instant());
            rules.append(kept);
            members.audit(operator, "define_points_rule", name, "version " + version);
            return kept;
        }));
    }

    /// The rules in force, by name.
    public List<KeptRule> rules() {
        return rules.all(MAX_RULES);
    }

    /// Whether activities earn by a rule: it was made, and it is open.
    public boolean earns(String rule) {
        return rules.find(rule).map(kept -> kept.rule().open()).orElse(false);
    }

    /// Earns for an activity, as an operator says.
    public Earning earn(Earning.Activity activity, String operator) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Earning earning = earn(activity);
            if (!earning.replayed()) {
                members.audit(
                        operator,
                        "earn_points",
                        activity.member(),
                        activity.rule() + ", " + activity.activity() + ": "
                                + earning.earned().amount());
            }
            return earning;
        }));
    }

    /// Earns beyond what activities do, as an operator says: a slip made good, a kindness. The reason stands in the
    /// audit
    /// trail.
    ///
    /// @throws Problem as in [#earn]
    public Earning correct(Earning.Activity activity, String reason, String operator) {
        new Bounds().text("reason", reason, Bounds.MAX_REASON).hold();
        return Objects.requireNonNull(transactions.execute(status -> {
            Earning earning = earn(activity);
            if (!earning.replayed()) {
                long given = earning.earned().amount();
                members.audit(
                        operator, "correct_points", activity.member(), activity.rule() + ", " + given + ": " + reason);
            }
            return earning;
        }));
    }

    /// Earns for an activity, once. Joins the running transaction, and locks the member in it.
    ///
    /// @throws Problem UNKNOWN when there is no such rule; CONFLICT when it is closed, or the activity earned for
    ///     another member; INVALID
    public Earning earn(Earning.Activity activity) {
        new Bounds()
                .text("member", activity.member(), Bounds.MAX_MEMBER)
                .text("activity", activity.activity(), Bounds.MAX_ACTIVITY)
                .hold();
        try {
            return Objects.requireNonNull(transactions.execute(status -> earnOnce(activity)));
        } catch (DuplicateKeyException another) {
            throw Refusing.ofAnother(activity.activity());
        }
    }

    private Earning earnOnce(Earning.Activity activity) {
        Purse purse = purses.lock(activity.member(), List.of());
        Optional<Earned> before = purses.ofActivity(activity.rule(), activity.activity());
        if (before.isPresent()) {
            if (!before.get().member().equals(activity.member())) {
                throw Refusing.ofAnother(activity.activity());
            }
            return new Earning(before.get(), true);
        }
        KeptRule kept = rules.find(activity.rule()).orElseThrow(() -> Refusing.unknownRule(activity.rule()));
        if (!kept.rule().open()) {
            throw Refusing.ruleClosed(kept.name());
        }
        Instant now = clock.instant();
        NewLot lot = lot(activity, kept, now);
        purse.earn(purses.make(lot), lot.amount(), now);
        purses.append(activity.member(), purse, now);
        return new Earning(earned(activity.rule(), activity.activity()), false);
    }

    private NewLot lot(Earning.Activity activity, KeptRule kept, Instant now) {
        Rule rule = kept.rule();
        new Bounds().number("points", activity.points(), 1, rule.points()).hold();
        long asked = Objects.requireNonNullElse(activity.points(), rule.points());
        String day = now.atZone(rule.zone()).toLocalDate().toString();
        long allowed = rule.allowed(asked, purses.earnedThatDay(activity, day));
        return new NewLot(
                activity.member(),
                kept.name(),
                kept.version(),
                activity.activity(),
                asked,
                allowed,
                day,
                now,
                now.plus(rule.activeAfter()),
                now.plus(rule.life()),
                rule.owesSpent());
    }

    private Earned earned(String rule, String activity) {
        return purses.ofActivity(rule, activity).orElseThrow(() -> Refusing.unknownActivity(rule, activity));
    }

    /// Takes back what an activity earned, as an operator says; a second time changes nothing.
    ///
    /// @throws Problem UNKNOWN when it never earned anything
    public Earned clawBack(String rule, String activity, String reason, String operator) {
        new Bounds().text("reason", reason, Bounds.MAX_REASON).hold();
        return Objects.requireNonNull(transactions.execute(status -> {
            if (takeBack(earned(rule, activity), reason, operator)) {
                members.audit(operator, "claw_back_points", rule, activity + ": " + reason);
            }
            return earned(rule, activity);
        }));
    }

    /// The same by a rule of ours; nothing happens when the activity never earned. Joins the running transaction.
    public void clawBack(String rule, String activity, String reason) {
        transactions.executeWithoutResult(
                status -> purses.ofActivity(rule, activity).ifPresent(earned -> takeBack(earned, reason, "holdfast")));
    }

    private boolean takeBack(Earned earned, String reason, String actor) {
        Instant now = clock.instant();
        Purse purse = purses.lock(earned.member(), List.of(earned.number()));
        Earned current = earned(earned.rule(), earned.activity());
        if (!current.member().equals(earned.member())) {
            // Erased a moment ago: the lot bears a pseudonym now.
            return takeBack(current, reason, actor);
        }
        boolean first = purses.clawBack(earned.number(), reason, actor, now);
        if (first && earned.amount() > 0) {
            purse.clawBack(earned.number(), now);
            purses.append(earned.member(), purse, now);
        }
        return first;
    }

    /// What a member has and how it came to be.
    ///
    /// @param before the number of the last line seen; null: from the latest
    /// @param limit at most [#MAX_PAGE]
    public Statement statement(String member, @Nullable Long before, int limit) {
        int most = Math.clamp(limit, 1, MAX_PAGE);
        List<Statement.Line> lines =
                statements.lines(member, Objects.requireNonNullElse(before, Long.MAX_VALUE), most + 1);
        return new Statement(
                statements.balances(member),
                statements.ends(member, MAX_ENDS),
                lines.subList(0, Math.min(most, lines.size())),
                lines.size() > most);
    }

    /// What the brand may still have to give, and where everything else went.
    public PointsReport report() {
        return new PointsReport(Objects.requireNonNull(transactions.execute(status -> reports.report())));
    }
}

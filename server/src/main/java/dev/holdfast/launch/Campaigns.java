package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Campaign.Question;
import dev.holdfast.launch.Campaign.Tier;
import dev.holdfast.launch.CampaignProgress.TierStand;
import dev.holdfast.launch.campaign.CampaignReads;
import dev.holdfast.launch.campaign.Course;
import dev.holdfast.launch.campaign.Pledge;
import dev.holdfast.member.Members;
import dev.holdfast.member.address.Address;
import dev.holdfast.member.address.Addresses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of campaigns: how they stand, what a pledge is beside its order, and what they brought.
public final class Campaigns {
    /// Rows in one page of a settlement.
    public static final int MAX_PAGE = 1_000;

    private static final int MAX_ANSWER = 500;

    private final Launch launch;
    private final CampaignReads reads;
    private final Addresses addresses;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Campaigns(
            Launch launch,
            CampaignReads reads,
            Addresses addresses,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.reads = reads;
        this.addresses = addresses;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @throws Problem UNKNOWN when the launch is no campaign
    public CampaignProgress progress(String slug) {
        LaunchView view = launch.look(slug);
        Campaign campaign = campaign(view);
        Course course = reads.course(view.number());
        Course.Decided decided = course.decided();
        Map<String, Long> left = new HashMap<>();
        for (Campaign.AddOn addOn : campaign.addOns()) {
            if (addOn.units() != null) {
                left.put(addOn.id(), Math.max(0, addOn.units() - course.units(addOn.id())));
            }
        }
        return new CampaignProgress(
                view,
                campaign,
                new Money(course.sum(), view.definition().currency()),
                course.pledges(),
                course.backers(),
                course.endsAt,
                decided == null ? null : decided.verdict(),
                decided == null ? null : decided.at(),
                decided == null ? campaign.reached(course.sum()) : decided.stretch(),
                tiers(view, campaign, course),
                left);
    }

    private static List<TierStand> tiers(LaunchView view, Campaign campaign, Course course) {
        List<TierStand> tiers = new ArrayList<>();
        for (LaunchView.OfferLine line : view.line().byOffer()) {
            Tier tier = campaign.tier(line.offer());
            long sold = line.held() + line.placed() + line.locked();
            Long left = tier.units() == null ? null : Long.valueOf(Math.max(0, tier.units() - sold));
            boolean inTime = tier.until() == null || view.asOf().isBefore(tier.until());
            boolean now = tier.late() == course.is(Verdict.SUCCEEDED);
            boolean open = view.state() == LaunchView.State.OPEN && now && inTime && (left == null || left > 0);
            tiers.add(new TierStand(tier, sold, left, open));
        }
        return tiers;
    }

    /// @throws Problem UNKNOWN when there is no such order for the one who asks, CONFLICT when it is no pledge
    public PledgeView pledge(OrderId order, Asker asker) {
        Order pledged = launch.order(order, asker).order();
        return pledge(pledged);
    }

    /// The same without a fault where the order is no pledge.
    public Optional<PledgeView> find(Order order) {
        return reads.pledge(order.id()).map(pledge -> view(order, pledge));
    }

    private PledgeView pledge(Order order) {
        return find(order)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.CONFLICT, "no_pledge", "The order " + order.id() + " is no pledge."));
    }

    private PledgeView view(Order order, Pledge pledge) {
        return new PledgeView(
                order.id(),
                pledge.money,
                pledge.late,
                pledge.addOns,
                pledge.mendBy,
                reads.attempts(order.id()),
                reads.answers(order.id()),
                isLocked(campaign(launch.look(order.launch()))));
    }

    /// Answers the survey, anew as a whole: what is left out is unanswered.
    ///
    /// @throws Problem INVALID naming every answer that fits no question, CONFLICT when the survey is locked
    public PledgeView answer(OrderId id, Asker asker, Map<String, String> answers) {
        Order order = editable(id, asker);
        Campaign campaign = campaign(launch.look(order.launch()));
        List<Fault> faults = new ArrayList<>();
        answers.forEach((question, answer) -> fault(campaign, question, answer).ifPresent(faults::add));
        campaign.survey().stream()
                .filter(question -> question.required() && !answers.containsKey(question.id()))
                .forEach(question -> faults.add(new Fault(question.id(), null, "is required")));
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_survey",
                    "These answers do not fit, so nothing was kept: "
                            + faults.getFirst().where() + " "
                            + faults.getFirst().reason() + ".",
                    faults);
        }
        transactions.executeWithoutResult(status -> {
            trace("answer_survey", id, asker);
            reads.answer(id, answers, clock.instant());
        });
        return pledge(order);
    }

    private static Optional<Fault> fault(Campaign campaign, String id, String answer) {
        Optional<Question> question = campaign.survey().stream()
                .filter(asked -> asked.id().equals(id))
                .findFirst();
        if (question.isEmpty()) {
            return Optional.of(new Fault(id, answer, "is no question of this survey"));
        }
        List<Campaign.Choice> choices = question.get().choices();
        if (!choices.isEmpty()
                && choices.stream().noneMatch(choice -> choice.id().equals(answer))) {
            return Optional.of(new Fault(id, answer, "is none of its choices"));
        }
        boolean fits = !answer.isBlank() && answer.length() <= MAX_ANSWER;
        return fits ? Optional.empty() : Optional.of(new Fault(id, "", "must have 1 to " + MAX_ANSWER + " characters"));
    }

    /// Where the pledge is to be delivered.
    ///
    /// @throws Problem UNKNOWN when none was given yet
    public Optional<Address> address(OrderId id, Asker asker) {
        Order order = launch.order(id, asker).order();
        pledge(order);
        return addresses.find(order.member(), id.toString());
    }

    /// @throws Problem INVALID when it is no address, CONFLICT when it is locked
    public void deliverTo(OrderId id, Asker asker, Address address) {
        Order order = editable(id, asker);
        transactions.executeWithoutResult(status -> {
            trace("set_address", id, asker);
            addresses.put(order.member(), id.toString(), address);
        });
    }

    /// What somebody else says for a backer leaves a trace.
    private void trace(String act, OrderId order, Asker asker) {
        if (asker.operator()) {
            members.audit(asker.member(), act, order.toString(), "");
        }
    }

    private Order editable(OrderId id, Asker asker) {
        Order order = launch.order(id, asker).order();
        if (pledge(order).locked() || !order.live()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "survey_locked",
                    "Answers and address stand as they are: what is delivered is being prepared, or the pledge is over.");
        }
        return order;
    }

    private boolean isLocked(Campaign campaign) {
        Instant locksAt = campaign.surveyLocksAt();
        return locksAt != null && !clock.instant().isBefore(locksAt);
    }

    /// Where the money stands, and what providers do not do, at most so many of them.
    public CampaignStanding standing(String slug, int max) {
        LaunchView view = launch.look(slug);
        campaign(view);
        return new CampaignStanding(
                reads.heaps(view.number(), view.definition().currency()).stream()
                        .sorted(Comparator.comparing(CampaignStanding.Heap::money))
                        .toList(),
                reads.troubles(view.number(), Math.clamp(max, 1, MAX_PAGE)));
    }

    /// What the campaign brought so far, as an operator sees it.
    public CampaignSettlement settlement(String slug, long after, int limit) {
        LaunchView view = launch.look(slug);
        Campaign campaign = campaign(view);
        String currency = view.definition().currency();
        int max = Math.clamp(limit, 1, MAX_PAGE);
        CampaignReads.Sums sums = reads.sums(view.number());
        List<CampaignSettlement.Row> rows = reads.earned(view.number(), after, max).stream()
                .map(row -> new CampaignSettlement.Row(
                        row.order(),
                        row.position(),
                        row.offer(),
                        new Money(row.taken(), currency),
                        new Money(row.fee(), currency),
                        new Money(row.share(), currency)))
                .toList();
        return new CampaignSettlement(
                slug,
                campaign.partner(),
                new CampaignSettlement.Totals(
                        sums.pledges(),
                        new Money(sums.taken(), currency),
                        new Money(sums.fee(), currency),
                        new Money(sums.share(), currency)),
                rows,
                rows.size() < max ? null : Long.valueOf(rows.getLast().position()));
    }

    /// The same for the partner company whose campaign it is; to any other it does not exist.
    public CampaignSettlement settlementFor(String partner, String slug, long after, int limit) {
        CampaignSettlement settlement = settlement(slug, after, limit);
        Campaign.Partner owner = settlement.partner();
        if (owner == null || !owner.id().equals(partner)) {
            throw unknown(slug);
        }
        return settlement;
    }

    /// The campaigns of a partner company, the oldest first.
    public List<CampaignProgress> of(String partner) {
        return launch.all().stream()
                .filter(view -> isOf(view.definition().campaign(), partner))
                .map(view -> progress(view.slug()))
                .toList();
    }

    private static boolean isOf(@Nullable Campaign campaign, String partner) {
        Campaign.Partner owner = campaign == null ? null : campaign.partner();
        return owner != null && owner.id().equals(partner);
    }

    private static Campaign campaign(LaunchView view) {
        Campaign campaign = view.definition().campaign();
        if (campaign == null) {
            throw unknown(view.slug());
        }
        return campaign;
    }

    private static Problem unknown(String slug) {
        return new Problem(
                Problem.Kind.UNKNOWN, "unknown_campaign", "The launch '" + slug + "' is no campaign that you may see.");
    }
}

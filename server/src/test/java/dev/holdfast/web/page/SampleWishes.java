package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.WishAnswers;
import dev.holdfast.community.spec.Attempt;
import dev.holdfast.community.spec.Change;
import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.WishOutcome;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Comment;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.Standing;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishClass;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishQuery;
import dev.holdfast.community.wish.WishRules;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishStep;
import dev.holdfast.kernel.Wilson;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Wishes as fans see them, from the sample world.
final class SampleWishes {
    private static final Assets ASSETS = new Assets();
    private static final WishId WISH = new WishId(UUID.fromString("3f6e1f4e-0b8f-4c53-9a37-5a1a4f0e7c21"));
    private static final List<WishClass> CLASSES =
            List.of(new WishClass("product", "Product", "产品", 30), new WishClass("service", "Service", "服务", 14));
    private static final Figures FIGURES = new Figures(1_284, 1_201, 17, 6.5, 11.2, 1_312, 144, 31, 2, 58, 4, 3);
    private static final Standing STANDING = new Standing(new WishRules(10, 20), 3, 1, List.of(), List.of());

    private final Words words;

    SampleWishes(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("wishes", list(""));
        pages.put("wishes-found", list(title()));
        pages.put("wishes-mine", mine());
        pages.put("wish-new", write(List.of(), null));
        pages.put("wish-similar", write(wishes(), null));
        pages.put("wish-waiting", render("wish", waiting()));
        pages.put("wish-declined", render("wish", declined()));
        pages.put("wish-promised", render("wish", promised()));
        pages.put("wish-whole", render("wish", whole()));
        pages.put("wish-asked", render("wish", asked()));
        pages.put("wish-undone", render("wish", undone()));
        pages.putAll(votes().all());
        return pages;
    }

    private String list(String searched) {
        var query = new WishQuery(null, null, WishQuery.Order.MOST_SUPPORTED, "");
        var next = searched.isEmpty() ? "12-3" : null;
        return render("wishes", new WishesPage(frame(true), query, searched, CLASSES, wishes(), next, FIGURES));
    }

    private String mine() {
        return render(
                "myWishes",
                new MyWishesPage(
                        frame(true),
                        CLASSES,
                        STANDING,
                        List.of(votes().asked()),
                        List.of(votes().lighter(null)),
                        List.of(),
                        wishes(),
                        List.of(wishes().getFirst())));
    }

    private String write(List<Wish> similar, @Nullable Notice notice) {
        var typed = similar.isEmpty() ? new Proposal("", "", "", "") : new Proposal("product", "en", title(), other());
        return render("newWish", new NewWishPage(frame(true), CLASSES, typed, similar, notice));
    }

    private ChainPage waiting() {
        var own = new ChainPage.Own(STANDING, true, false, false);
        return page(wish(WishState.OPEN, null), List.of(), none(), List.of(), own);
    }

    private SampleVotes votes() {
        return new SampleVotes(words, wish(WishState.OPEN, null), wish(WishState.ANSWERED, Decision.DECLINED));
    }

    private ChainPage asked() {
        return asked(votes().asked(), votes().lighter(null));
    }

    private ChainPage undone() {
        return asked(votes().takenBack(), votes().lighter(true));
    }

    private ChainPage asked(MergeLine merge, LighterVote lighter) {
        return page(
                wish(WishState.OPEN, null),
                List.of(),
                none(),
                List.of(),
                new ChainPage.Own(STANDING, true, false, false),
                new ChainVotes(tally(), List.of(merge), lighter));
    }

    private ChainPage declined() {
        var own = new ChainPage.Own(STANDING, true, true, false);
        var answer = answer(
                Decision.DECLINED,
                null,
                "The plug of the second row carries 10 A at most; a larger one costs the boot's side wall.",
                "第二排插座最大 10 安;更大的插座要占去后备厢侧壁。");
        return page(wish(WishState.ANSWERED, Decision.DECLINED), List.of(answer), none(), List.of(), own);
    }

    private ChainPage promised() {
        return page(wish(WishState.ANSWERED, Decision.ACCEPTED), List.of(accepted()), none(), List.of(), null);
    }

    private ChainPage whole() {
        var outcome = new WishOutcome(
                List.of(change()),
                new Attempt(2, null, 4_217, 912, 61, 4, Wilson.of(912, 977)),
                List.of(new Attempt(1, NOW, 1_204, 31, 70, 12, Wilson.of(31, 113))));
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var asked = answer(Decision.NEEDS_MORE, null, "Which charger do you use?", "您用的是哪种充电桩?");
        return page(
                wish(WishState.ANSWERED, Decision.ACCEPTED),
                List.of(asked, accepted()),
                outcome,
                List.of(launch),
                new ChainPage.Own(STANDING, true, true, false));
    }

    private ChainPage page(
            Wish wish,
            List<Answer> answers,
            WishOutcome outcome,
            List<LaunchView> launches,
            ChainPage.@Nullable Own own) {
        var votes = own == null ? ChainVotes.NONE : new ChainVotes(tally(), List.of(), null);
        return page(wish, answers, outcome, launches, own, votes);
    }

    private ChainPage page(
            Wish wish,
            List<Answer> answers,
            WishOutcome outcome,
            List<LaunchView> launches,
            ChainPage.@Nullable Own own,
            ChainVotes votes) {
        var due = wish.state().waits() ? wish.dueAt() : null;
        var standing =
                new WishAnswers(WISH, wish.number(), wish.title(), wish.wishClass(), wish.at(), due, false, answers);
        var steps = List.of(
                new WishStep(WishState.OPEN, "proposed", "fan-000123", wish.at()),
                new WishStep(wish.state(), "accepted", "operator-1", NOW));
        return new ChainPage(
                frame(own != null),
                WishLine.of(wish, CLASSES, words),
                "3fa9c1d2",
                standing,
                outcome,
                launches,
                steps,
                votes,
                own,
                null,
                talk(),
                null,
                Typed.NOTHING,
                NOW,
                null);
    }

    private static Tally tally() {
        return new Tally(
                7,
                WISH,
                Tally.Cause.DAILY,
                Tally.ONE_VOTE_EACH,
                4_830,
                NOW.minus(Duration.ofHours(9)),
                4_821,
                9,
                180_211,
                "5f2a9c1d7be04836a1c2d3e4f5a6b7c8",
                new Tally.Weighted(480_950, 1, 42, "a1c2d3e4f5a6b7c85f2a9c1d7be04836", 1_911),
                NOW.minus(Duration.ofHours(9)));
    }

    private List<ChainPage.Said> talk() {
        var first = new Comment(1, "fan-000124", said(), NOW.minus(Duration.ofDays(3)), false);
        var gone = new Comment(2, "fan-000125", "", NOW.minus(Duration.ofDays(2)), true);
        var mine = new Comment(3, SampleWorld.MEMBER, other(), NOW.minus(Duration.ofDays(1)), false);
        return List.of(
                new ChainPage.Said(first, "9b1e77a0", false),
                new ChainPage.Said(gone, null, false),
                new ChainPage.Said(mine, "3fa9c1d2", true));
    }

    private static Answer accepted() {
        return answer(
                Decision.ACCEPTED,
                LocalDate.parse("2027-03-31"),
                "The charger of the second series has three phases. Cars of the first series can be refitted at a"
                        + " delivery centre.",
                "第二批车型的充电机为三相。首批车型可到交付中心加装。");
    }

    private static Answer answer(Decision decision, @Nullable LocalDate by, String english, String chinese) {
        return new Answer(
                decision == Decision.NEEDS_MORE ? 1 : 2,
                "product-manager",
                Map.of("en", "Product manager", "zh", "产品经理"),
                decision,
                Map.of("en", english, "zh", chinese),
                by,
                NOW.minus(Duration.ofDays(5)));
    }

    private ChangeRecord change() {
        var change = new Change(
                Map.of("en", "Charging power at home", "zh", "家用充电功率"),
                Map.of("en", "11 kW", "zh", "11 千瓦"),
                Map.of("en", "22 kW", "zh", "22 千瓦"),
                "Test report 4711",
                WISH);
        return new ChangeRecord(12, "tern-one", 2, change, 412L, title(), NOW);
    }

    private static WishOutcome none() {
        return new WishOutcome(List.of(), Attempt.NONE, List.of());
    }

    private List<Wish> wishes() {
        return List.of(
                wish(WishState.OPEN, null),
                wish(WishState.ANSWERED, Decision.ACCEPTED),
                wish(WishState.ANSWERED, Decision.DECLINED));
    }

    private Wish wish(WishState state, @Nullable Decision decision) {
        boolean first = decision != Decision.DECLINED;
        return new Wish(
                WISH,
                412,
                "product",
                words == Words.ENGLISH ? "en" : "zh",
                first ? title() : other(),
                said(),
                "fan-000123",
                NOW.minus(Duration.ofDays(40)),
                NOW.plus(Duration.ofDays(6)),
                state,
                decision,
                decision == null ? null : NOW.minus(Duration.ofDays(5)),
                null,
                first ? 4_812 : 37,
                3);
    }

    private String title() {
        return words == Words.ENGLISH ? "Charge at 22 kW at home" : "家用充电支持 22 千瓦";
    }

    private String said() {
        return words == Words.ENGLISH
                ? "Our house has three phases, and the car takes one of them.\nA night is short in winter."
                : "家里是三相电,车只用了其中一相。\n冬天一个晚上充不满。";
    }

    private String other() {
        return words == Words.ENGLISH
                ? "A hook for a bag on the back of the front seats, strong enough for a week's shopping"
                : "前排座椅背面加一个挂钩,能挂得住一周采购的重量";
    }

    private Frame frame(boolean signedIn) {
        var session =
                signedIn ? new Session(SampleWorld.MEMBER, Set.of("fan"), NOW, NOW.plus(Duration.ofHours(12))) : null;
        return new Frame(words, "/wishes", session, () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return SamplePages.render(template, page);
    }
}

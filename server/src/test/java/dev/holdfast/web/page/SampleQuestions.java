package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.Question;
import dev.holdfast.community.round.RoundAnswer;
import dev.holdfast.community.round.Topic;
import dev.holdfast.community.spec.AskedChange;
import dev.holdfast.community.spec.Change;
import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.Product;
import dev.holdfast.community.spec.PublishedVersion;
import dev.holdfast.community.spec.Verdict;
import dev.holdfast.community.wish.WishId;
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

/// Questions and answers before a launch, specs, and what owners are asked, from the sample world.
final class SampleQuestions {
    private static final Assets ASSETS = new Assets();
    private static final WishId WISH = new WishId(UUID.fromString("3f6e1f4e-0b8f-4c53-9a37-5a1a4f0e7c21"));
    private static final Map<String, String> MANAGER = Map.of("en", "Product manager", "zh", "产品经理");

    private final Words words;
    private final LaunchView launch = SampleWorld.launch(State.OPEN, SampleWorld.car());

    SampleQuestions(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("questions", questions());
        pages.put("desk-questions", desk());
        pages.put("spec", spec());
        pages.put("verdicts", verdicts());
        return pages;
    }

    private String questions() {
        return SamplePages.render("questions", new QuestionsPage(frame("fan"), launch, topics(), "", true, null));
    }

    private String desk() {
        var loose = List.of(
                new Question(41, "en", "Does the tow bar fit the long-range version, too?", NOW),
                new Question(42, "zh", "锁单以后还能改颜色吗?", NOW));
        return SamplePages.render(
                "staffQuestions",
                new StaffQuestionsPage(
                        frame("operator"),
                        launch,
                        loose,
                        topics(),
                        List.of(rule()),
                        List.of(new AnswerRole("product-manager", MANAGER)),
                        2,
                        Map.of(),
                        50,
                        null));
    }

    private static List<Topic> topics() {
        var answer = new RoundAnswer(
                1,
                MANAGER,
                Map.of(
                        "en", "All orders of the first series lock on 1 March. Until then you may change everything.",
                        "zh", "首批订单统一于 3 月 1 日锁定。在此之前可以随意更改。"),
                rule(),
                NOW);
        return List.of(
                new Topic(7, Map.of("en", "Locking", "zh", "锁单"), 128, List.of(answer)),
                new Topic(9, Map.of("en", "Tow bar", "zh", "拖车钩"), 31, List.of()));
    }

    private static LaunchRule rule() {
        return new LaunchRule(
                3,
                "tern-one",
                1,
                LaunchRule.Kind.LOCK_DATE,
                Map.of("en", "Orders of the first series lock on that day.", "zh", "首批订单于当日锁定。"),
                LocalDate.parse("2027-03-01"),
                null,
                1,
                127_071,
                118_204,
                true,
                NOW);
    }

    private String spec() {
        var versions = List.of(
                new PublishedVersion(2, NOW, List.of(change())),
                new PublishedVersion(1, NOW.minus(Duration.ofDays(200)), List.of()));
        return SamplePages.render("spec", new SpecPage(frame("fan"), product(), versions));
    }

    private String verdicts() {
        var order = SampleWorld.moved().order().id();
        var asked = List.of(new AskedChange(change(), Verdict.THERE_AND_GOOD, ""));
        return SamplePages.render("verdicts", new VerdictPage(frame("fan"), order, asked, null));
    }

    private static Product product() {
        return new Product("tern-one", Map.of("en", "Tern One", "zh", "燕鸥一号"), 30);
    }

    private ChangeRecord change() {
        var change = new Change(
                Map.of("en", "Charging power at home", "zh", "家用充电功率"),
                Map.of("en", "11 kW", "zh", "11 千瓦"),
                Map.of("en", "22 kW", "zh", "22 千瓦"),
                "Test report 4711",
                WISH);
        var title = words == Words.ENGLISH ? "Charge at 22 kW at home" : "家用充电支持 22 千瓦";
        return new ChangeRecord(12, "tern-one", 2, change, 412L, title, NOW);
    }

    private Frame frame(String role) {
        var session = new Session(role + "-1", Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}

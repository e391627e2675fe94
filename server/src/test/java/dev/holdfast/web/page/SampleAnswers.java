package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.Boilerplate;
import dev.holdfast.community.answer.Figures;
import dev.holdfast.community.answer.Preview;
import dev.holdfast.community.answer.PromisedWish;
import dev.holdfast.community.answer.PromisedWish.State;
import dev.holdfast.community.answer.Signer;
import dev.holdfast.community.answer.SigningRole;
import dev.holdfast.community.answer.Waiting;
import dev.holdfast.community.answer.WishAnswers;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Official answers, as everybody and the product team see them, from the sample world.
final class SampleAnswers {
    private static final Assets ASSETS = new Assets();
    private static final WishId WISH = new WishId(UUID.fromString("3f6e1f4e-0b8f-4c53-9a37-5a1a4f0e7c21"));
    private static final AnswerRole MANAGER =
            new AnswerRole("product-manager", Map.of("en", "Product manager", "zh", "产品经理"));
    private static final Figures FIGURES = new Figures(1_284, 1_201, 17, 6.5, 11.2, 1_312, 144, 31, 2, 58, 4, 3);

    private final Words words;

    SampleAnswers(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var overdue = List.of(waiting(412, title(), 42, null), waiting(388, other(), 1, Decision.NEEDS_MORE));
        pages.put("answers", SamplePages.render("answers", new AnswerBoardPage(frame("fan"), FIGURES, overdue, 0, 50)));
        pages.put("promises", promises());
        pages.put("desk-answers", inbox(overdue));
        pages.put("desk-answer", composer(null, null));
        pages.put("desk-answer-mold", composer(mold(), null));
        return pages;
    }

    private String promises() {
        var by = LocalDate.parse("2026-10-31");
        var moved = new PromisedWish(WISH, 207, title(), 2, NOW, by, by.plusMonths(3), State.OVERDUE, null, false);
        var plain = new PromisedWish(WISH, 198, other(), 1, NOW, by, by, State.OVERDUE, null, false);
        return SamplePages.render(
                "promises", new PromiseBoardPage(frame("fan"), State.OVERDUE, FIGURES, List.of(moved, plain), 0, 50));
    }

    private String inbox(List<Waiting> waiting) {
        return SamplePages.render(
                "staffAnswers",
                new StaffAnswersPage(
                        frame("operator"), FIGURES, waiting, roles(), List.of(), null, false, 0, 100, null));
    }

    private static List<SigningRole> roles() {
        var own = new Signer("operator-1", true, "operator-1", NOW.minus(Duration.ofDays(200)));
        var named = new Signer("anna", false, "operator-1", NOW.minus(Duration.ofDays(12)));
        var service = new AnswerRole("head-of-service", Map.of("en", "Head of service", "zh", "服务负责人"));
        return List.of(new SigningRole(MANAGER, List.of(own, named)), new SigningRole(service, List.of()));
    }

    private String composer(@Nullable Preview preview, @Nullable Notice notice) {
        var before = new Answer(
                1,
                MANAGER.id(),
                MANAGER.name(),
                Decision.NEEDS_MORE,
                Map.of("en", "Which charger do you use, and in which town?", "zh", "您用的是哪种充电桩,在哪个城市?"),
                null,
                NOW.minus(Duration.ofDays(9)));
        var due = NOW.plus(Duration.ofDays(5));
        var wish = new WishAnswers(WISH, 412, title(), "product", NOW, due, false, List.of(before));
        var typed = Map.of(
                "role", MANAGER.id(),
                "decision", "DECLINED",
                "reason_en", "We pass it on to our engineers. Thank you for your patience.",
                "reason_zh", "我们已将建议转给工程团队。感谢您的耐心等待与支持。");
        return SamplePages.render(
                "staffAnswer", new StaffAnswerPage(frame("operator"), wish, List.of(MANAGER), typed, preview, notice));
    }

    private static Preview mold() {
        var english = new Boilerplate.Sentence("en", "We pass it on to our engineers.", 24, "1");
        var chinese = new Boilerplate.Sentence("zh", "我们已将建议转给工程团队。", 12, "2");
        return new Preview(List.of(new Boilerplate.Use(english, 38), new Boilerplate.Use(chinese, 38)), true);
    }

    private Waiting waiting(long number, String title, int supporters, @Nullable Decision last) {
        return new Waiting(
                WISH,
                number,
                title,
                "product",
                Map.of("en", "Product", "zh", "产品"),
                NOW.minus(Duration.ofDays(40)),
                NOW.minus(Duration.ofDays(10)),
                true,
                supporters,
                last);
    }

    private String title() {
        return words == Words.ENGLISH ? "Charge at 22 kW at home" : "家用充电支持 22 千瓦";
    }

    private String other() {
        return words == Words.ENGLISH
                ? "A hook for a bag on the back of the front seats, strong enough for a week's shopping"
                : "前排座椅背面加一个挂钩,能挂得住一周采购的重量";
    }

    private Frame frame(String role) {
        var session = new Session(role + "-1", Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }
}

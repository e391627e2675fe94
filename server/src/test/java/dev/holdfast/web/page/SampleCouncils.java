package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.council.CouncilDefinition;
import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionId;
import dev.holdfast.community.council.SuggestionState;
import dev.holdfast.community.council.SuggestionStep;
import dev.holdfast.community.council.SuggestionStep.Act;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.member.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Councils as everybody and those who hold them see them, from the sample world.
final class SampleCouncils {
    private static final Assets ASSETS = new Assets();
    private static final Map<String, String> MANAGER = Map.of("en", "Head of seats", "zh", "座椅负责人");
    private static final LocalDate DAY = LocalDate.parse("2026-11-07");

    private final Words words;

    SampleCouncils(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var late = suggestion(2, 1, SuggestionState.ASSIGNED, DAY.plusDays(7), true, null);
        pages.put("councils", render("councils", new CouncilsPage(frame("fan"), List.of(council()), List.of(late))));
        pages.put("council", render("council", council(null)));
        pages.put("suggestion", render("suggestion", suggestion()));
        pages.put(
                "desk-councils",
                render(
                        "staffCouncils",
                        new StaffCouncilsPage(
                                frame("operator"), List.of(council()), List.of(late), Typed.NOTHING, null)));
        pages.put("desk-council", render("staffCouncil", desk()));
        pages.put("desk-suggestion", render("staffSuggestion", deskSuggestion()));
        return pages;
    }

    private static CouncilView council() {
        var definition = new CouncilDefinition(
                text("Owners of the north", "北方车主议事会"),
                text("What a car has to do better in a winter of forty below.", "在零下四十度的冬天,车应当做得更好的地方。"),
                new Seating.Chosen(
                        text(
                                "Owners of three winters and more in a town north of 45 degrees, the longest first.",
                                "在北纬 45 度以北城镇度过三个以上冬天的车主,时间长者优先。"),
                        12),
                DAY,
                DAY.plusDays(30));
        return new CouncilView("north", definition, NOW.minus(Duration.ofDays(60)), 4, 1, 1, 1, 1);
    }

    private CouncilPage council(@Nullable Notice notice) {
        return new CouncilPage(
                frame("fan"), council(), seats(), suggestions(), SampleCouncils::alias, true, Typed.NOTHING, notice);
    }

    private static String alias(String member) {
        return member.equals("fan-000123") ? "4f2a9c1d" : "b07e55a2";
    }

    private static List<Seat> seats() {
        return List.of(
                new Seat("fan-000123", text("Four winters in the north.", "在北方度过四个冬天。"), false),
                new Seat("fan-000124", text("Three winters in the north.", "在北方度过三个冬天。"), false));
    }

    private List<Suggestion> suggestions() {
        return List.of(
                suggestion(1, 0, SuggestionState.PROMISED, DAY.plusDays(90), false, null),
                suggestion(2, 1, SuggestionState.ASSIGNED, DAY.plusDays(7), true, null),
                suggestion(3, 2, SuggestionState.DONE, null, false, DAY.plusDays(12)),
                suggestion(4, 3, SuggestionState.DECLINED, null, false, null));
    }

    private Suggestion suggestion(
            int number,
            int title,
            SuggestionState state,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable LocalDate done) {
        var english = List.of(
                "Warm the rear seats, too",
                "Say the range that is left at the temperature there is, and not the one on paper",
                "A brush for snow in the boot",
                "Heat the wipers");
        var chinese = List.of("后排座椅也要加热", "续航显示应按当前气温估算,而不是标称值", "后备箱配一把雪刷", "加热雨刷");
        var judged = due == null ? DAY.plusDays(20) : number == 1 ? due.minusDays(30) : due;
        return new Suggestion(
                new SuggestionId("north", number),
                "fan-00012" + (3 + number % 2),
                words == Words.ENGLISH ? "en" : "zh",
                (words == Words.ENGLISH ? english : chinese).get(title),
                words == Words.ENGLISH ? "Children sit there, and are the first to be cold." : "孩子坐在后排,最先觉得冷。",
                NOW.minus(Duration.ofDays(13)),
                state,
                MANAGER,
                due,
                judged,
                overdue,
                done,
                2);
    }

    private SuggestionPage suggestion() {
        return new SuggestionPage(frame("fan"), council(), suggestions().getFirst(), steps(), SampleCouncils::alias);
    }

    private static List<SuggestionStep> steps() {
        return List.of(
                new SuggestionStep(
                        1, Act.ASSIGNED, MANAGER, null, Map.of(), DAY.plusDays(7), NOW.minus(Duration.ofDays(12))),
                new SuggestionStep(
                        2,
                        Act.ANSWERED,
                        MANAGER,
                        Decision.ACCEPTED,
                        text("With the seats of the next series.", "随下一批座椅提供。"),
                        DAY.plusDays(90),
                        NOW.minus(Duration.ofDays(9))));
    }

    private StaffCouncilPage desk() {
        return new StaffCouncilPage(frame("operator"), council(), seats(), suggestions(), Typed.NOTHING, null);
    }

    private StaffSuggestionPage deskSuggestion() {
        return new StaffSuggestionPage(
                frame("operator"),
                council(),
                suggestions().getFirst(),
                steps(),
                List.of(new AnswerRole("seats", MANAGER)),
                true,
                Typed.NOTHING,
                null);
    }

    private static Map<String, String> text(String english, String chinese) {
        return Map.of("en", english, "zh", chinese);
    }

    private Frame frame(String role) {
        var session = new Session(role + "-1", Set.of(role), NOW, NOW.plus(Duration.ofHours(12)));
        return new Frame(words, "/", session, () -> "token", ASSETS);
    }

    private static String render(String template, Object page) {
        return SamplePages.render(template, page);
    }
}

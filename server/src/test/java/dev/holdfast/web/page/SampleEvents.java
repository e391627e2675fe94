package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.DutyStanding;
import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.community.event.EventState;
import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.OwnPlace;
import dev.holdfast.community.event.Pause;
import dev.holdfast.community.event.PlaceState;
import dev.holdfast.launch.draw.PlacesStatement;
import dev.holdfast.member.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pages of trials and events, rendered from the sample world without a server.
final class SampleEvents {
    private static final Templates TEMPLATES = new Templates();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final String HASH = "5f2a9c1d7be04836a1c2d3e4f5a6b7c8";

    private final Words words;

    SampleEvents(Words words) {
        this.words = words;
    }

    Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        var open = new EventsPage(frame(null), List.of(view(EventState.OPEN), view(EventState.DRAWN)));
        pages.put("event-list", render("events", open));
        pages.put("event-stranger", event(EventState.OPEN, null, null));
        pages.put("event-open", event(EventState.OPEN, SampleWorld.MEMBER, null));
        pages.put("event-won", event(EventState.DRAWN, SampleWorld.MEMBER, own(PlaceState.WON, duties())));
        pages.put("event-reserve", event(EventState.DRAWN, SampleWorld.MEMBER, own(PlaceState.RESERVE, List.of())));
        return pages;
    }

    private String event(EventState state, @Nullable String member, @Nullable OwnPlace own) {
        return render("event", new EventPage(frame(member), view(state), own, NOW, null));
    }

    private static Map<String, String> name(String english, String chinese) {
        return Map.of("en", english, "zh", chinese);
    }

    static EventView view(EventState state) {
        boolean drawn = state == EventState.DRAWN;
        var opens = drawn ? NOW.minus(Duration.ofDays(20)) : NOW.minus(Duration.ofDays(2));
        var definition = new EventDefinition(
                name("Tern One: four weeks on trial", "燕鸥一号：四周试用"),
                name("Drive it every day and tell us what you find.", "每天驾驶，告诉我们您的发现。"),
                200,
                List.of(new City("shanghai", name("Shanghai", "上海")), new City("chengdu", name("Chengdu", "成都"))),
                List.of(new Share(40, 80, "chengdu", null, false, 0), new Share(60, null, null, "tern-one", false, 12)),
                opens,
                opens.plus(Duration.ofDays(7)),
                "drand quicknet, randomness of round 12345678, at api.drand.sh",
                opens.plus(Duration.ofDays(8)),
                Duration.ofDays(3),
                opens.plus(Duration.ofDays(18)),
                null,
                opens.plus(Duration.ofDays(60)),
                ZoneId.of("Asia/Shanghai"),
                List.of(duty("first", "Report of the first week", "第一周报告")),
                7,
                5);
        var statement = new PlacesStatement(
                "tern-one-trial",
                200,
                List.of(),
                4_812,
                HASH + HASH,
                HASH + HASH,
                definition.figure(),
                definition.figureAt(),
                definition.closesAt(),
                null);
        return new EventView(
                "tern-one-trial",
                definition,
                state,
                4_812,
                drawn ? Map.of(PlaceState.CONFIRMED, 200, PlaceState.RESERVE, 4_612) : Map.of(),
                HASH + HASH,
                drawn ? statement : null);
    }

    private static Duty duty(String id, String english, String chinese) {
        return new Duty(id, name(english, chinese), TODAY.minusDays(12), 7);
    }

    static List<DutyStanding> duties() {
        var warning = new DutyStanding.Warning("No report so far.", NOW.minus(Duration.ofDays(1)), TODAY.plusDays(6));
        var first = duty("first", "Report of the first week", "第一周报告");
        var photos = duty("photos", "Photos of the charging port", "充电口照片");
        return List.of(
                new DutyStanding(first, TODAY.minusDays(5), null, "", warning),
                new DutyStanding(photos, TODAY.minusDays(5), NOW.minus(Duration.ofDays(6)), "Sent.", null));
    }

    static OwnPlace own(PlaceState state, List<DutyStanding> duties) {
        var applicant = new Applicant(
                SampleWorld.MEMBER,
                "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                HASH,
                "chengdu",
                1,
                state,
                214,
                NOW.minus(Duration.ofDays(1)),
                state == PlaceState.WON ? NOW.plus(Duration.ofDays(2)) : null,
                null,
                NOW.minus(Duration.ofDays(1)),
                null);
        var pause = new Pause(true, TODAY.minusDays(3), TODAY.minusDays(2), "");
        return new OwnPlace(applicant, state == PlaceState.RESERVE ? 13 : 0, duties, List.of(pause));
    }

    private Frame frame(@Nullable String member) {
        var session = member == null ? null : new Session(member, Set.of("fan"), NOW, NOW.plus(Duration.ofDays(90)));
        return new Frame(words, "/events/tern-one-trial", session, () -> "token", new Assets());
    }

    private static String render(String template, Object page) {
        return new String(TEMPLATES.render(template, page).plain(), StandardCharsets.UTF_8);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reward;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Rule;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an operator writes rules of points and rewards.
@Controller
class PointsRulePages {
    private static final String HERE = "/operator/points/rules";
    private static final String TEMPLATE = "staffPointsRules";

    private final Points points;
    private final Rewards rewards;
    private final Templates templates;

    PointsRulePages(Points points, Rewards rewards, Templates templates) {
        this.points = points;
        this.rewards = rewards;
        this.templates = templates;
    }

    /// @param rule the name of one that is to stand in the form; so with a reward
    @GetMapping(HERE)
    Page look(
            Frame frame,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String reward,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        return templates.page(TEMPLATE, page(frame, typed(rule, reward), done != null, null));
    }

    private Map<String, String> typed(String rule, String reward) {
        return points.rules().stream()
                .filter(kept -> kept.name().equals(rule))
                .map(PointsRulePages::typed)
                .findFirst()
                .or(() -> rewards.all(true).stream()
                        .filter(kept -> kept.name().equals(reward))
                        .map(PointsRulePages::typed)
                        .findFirst())
                .orElse(Map.of());
    }

    private static Map<String, String> typed(KeptRule kept) {
        var rule = kept.rule();
        var typed = form(StaffPointsRulesPage.RULE, kept.name(), rule.names(), rule.open());
        typed.put("points", Long.toString(rule.points()));
        var most = rule.mostPerDay();
        typed.put("most", most == null ? "" : Long.toString(most));
        typed.put("zone", rule.zone().getId());
        typed.put("after", Long.toString(rule.activeAfter().toDays()));
        typed.put("life", Long.toString(rule.life().toDays()));
        typed.put("spent", rule.owesSpent() ? "owed" : "forgiven");
        return typed;
    }

    private static Map<String, String> typed(KeptReward kept) {
        var reward = kept.reward();
        var typed = form(StaffPointsRulesPage.REWARD, kept.name(), reward.names(), reward.open());
        typed.put("price", Long.toString(reward.price()));
        typed.put("stock", Long.toString(reward.stock()));
        typed.put("hold", Long.toString(reward.holdFor().toDays()));
        typed.put("return", Long.toString(reward.returnWithin().toDays()));
        return typed;
    }

    private static Map<String, String> form(String form, String name, Map<String, String> names, boolean open) {
        var typed = new HashMap<>(Map.of(
                "form",
                form,
                "name",
                name,
                "english",
                names.getOrDefault("en", ""),
                "chinese",
                names.getOrDefault("zh", "")));
        if (open) {
            typed.put("open", "true");
        }
        return typed;
    }

    @PostMapping(HERE)
    View write(Frame frame, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        try {
            if (StaffPointsRulesPage.REWARD.equals(form.get("form"))) {
                rewards.define(said(form, "name"), reward(form), operator);
            } else {
                points.define(said(form, "name"), rule(form), operator);
            }
            return SeeOther.to(HERE + "?done=1");
        } catch (Problem refused) {
            var page = page(frame.at(HERE), form, false, why(frame.words(), refused));
            return templates.refusal(TEMPLATE, page, 422);
        }
    }

    private static Rule rule(Map<String, String> form) {
        return new Rule(
                names(form),
                number(form, "points"),
                said(form, "most").isEmpty() ? null : Long.valueOf(number(form, "most")),
                zone(said(form, "zone")),
                days(form, "after"),
                days(form, "life"),
                !said(form, "spent").equals("forgiven"),
                form.containsKey("open"));
    }

    private static Reward reward(Map<String, String> form) {
        return new Reward(
                names(form),
                number(form, "price"),
                number(form, "stock"),
                days(form, "hold"),
                days(form, "return"),
                form.containsKey("open"));
    }

    private static Map<String, String> names(Map<String, String> form) {
        return Map.of("en", said(form, "english"), "zh", said(form, "chinese"));
    }

    private static String said(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static long number(Map<String, String> form, String field) {
        var said = said(form, field);
        if (!said.matches("\\d{1,9}")) {
            throw unfit(field, said, "must be a whole number from 0 to 999999999");
        }
        return Long.parseLong(said);
    }

    private static Duration days(Map<String, String> form, String field) {
        return Duration.ofDays(number(form, field));
    }

    private static ZoneId zone(String said) {
        try {
            return ZoneId.of(said);
        } catch (DateTimeException unknown) {
            throw unfit("timeZone", said, "is no time zone such as Asia/Shanghai");
        }
    }

    private static Problem unfit(String where, String value, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                where + " " + reason + ".",
                List.of(new Fault(where, value, reason)));
    }

    private StaffPointsRulesPage page(Frame frame, Map<String, String> typed, boolean done, @Nullable String refused) {
        return new StaffPointsRulesPage(frame, points.rules(), rewards.all(true), typed, done, refused);
    }

    /// Every field that has to be otherwise; other refusals in a sentence of their own.
    static String why(Words words, Problem refused) {
        return switch (refused.kind()) {
            case INVALID ->
                refused.faults().stream()
                        .map(fault -> fault.where() + " " + Reasons.of(fault.reason(), words))
                        .collect(Collectors.joining("; "));
            case CONFLICT, UNKNOWN -> words.say("points.desk.refused." + refused.code());
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, TOO_LARGE, TOO_OFTEN, CAPACITY -> throw refused;
        };
    }
}

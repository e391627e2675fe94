package dev.holdfast.web;

import dev.holdfast.community.points.Account;
import dev.holdfast.community.points.Earned;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.PointsReport;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes points.
final class PointsJson {
    private PointsJson() {}

    /// A number that is none names nothing that was ever reserved.
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    static void statement(JsonGenerator json, Statement statement) {
        accounts(json, statement.balances());
        json.writeArrayPropertyStart("expiring");
        for (Statement.End end : statement.ends()) {
            json.writeStartObject();
            json.writeStringProperty("at", end.at().toString());
            json.writeNumberProperty("points", end.points());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("entries");
        statement.lines().forEach(line -> line(json, line));
        json.writeEndArray();
        if (statement.full()) {
            json.writeNumberProperty("next", statement.lines().getLast().number());
        } else {
            json.writeNullProperty("next");
        }
    }

    private static void line(JsonGenerator json, Statement.Line line) {
        json.writeStartObject();
        json.writeNumberProperty("number", line.number());
        json.writeStringProperty("at", line.at().toString());
        json.writeStringProperty("from", name(line.from()));
        json.writeStringProperty("to", name(line.to()));
        json.writeNumberProperty("points", line.points());
        json.writeStringProperty("cause", name(line.cause()));
        json.writeStringProperty("rule", line.rule());
        json.writeStringProperty("activity", line.activity());
        json.writeStringProperty("subject", line.subject());
        json.writeEndObject();
    }

    /// Every account, those that were never touched with 0.
    private static void accounts(JsonGenerator json, Map<Account, Long> balances) {
        json.writeObjectPropertyStart("accounts");
        for (Account account : Account.values()) {
            json.writeNumberProperty(name(account), balances.getOrDefault(account, 0L));
        }
        json.writeEndObject();
    }

    /// @param desk with who made it, which is for operators alone
    static void rules(JsonGenerator json, List<KeptRule> rules, boolean desk) {
        json.writeArrayPropertyStart("rules");
        for (KeptRule rule : rules) {
            json.writeStartObject();
            rule(json, rule, desk);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void rule(JsonGenerator json, KeptRule kept, boolean desk) {
        json.writeStringProperty("id", kept.name());
        json.writeNumberProperty("version", kept.version());
        names(json, kept.rule().names());
        json.writeNumberProperty("points", kept.rule().points());
        Long most = kept.rule().mostPerDay();
        if (most == null) {
            json.writeNullProperty("mostPerDay");
        } else {
            json.writeNumberProperty("mostPerDay", most);
        }
        json.writeStringProperty("timeZone", kept.rule().zone().getId());
        json.writeStringProperty("activeAfter", kept.rule().activeAfter().toString());
        json.writeStringProperty("life", kept.rule().life().toString());
        json.writeStringProperty("spent", kept.rule().owesSpent() ? "owed" : "forgiven");
        json.writeBooleanProperty("open", kept.rule().open());
        json.writeStringProperty("since", kept.at().toString());
        if (desk) {
            json.writeStringProperty("operator", kept.operator());
        }
    }

    private static void names(JsonGenerator json, Map<String, String> names) {
        json.writeObjectPropertyStart("name");
        for (String language : List.of("en", "zh")) {
            json.writeStringProperty(language, names.getOrDefault(language, ""));
        }
        json.writeEndObject();
    }

    static void rewards(JsonGenerator json, List<KeptReward> rewards) {
        json.writeArrayPropertyStart("rewards");
        for (KeptReward reward : rewards) {
            json.writeStartObject();
            reward(json, reward);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void reward(JsonGenerator json, KeptReward kept) {
        json.writeStringProperty("id", kept.name());
        names(json, kept.reward().names());
        json.writeNumberProperty("price", kept.reward().price());
        json.writeNumberProperty("stock", kept.reward().stock());
        json.writeNumberProperty("left", kept.left());
        json.writeStringProperty("holdFor", kept.reward().holdFor().toString());
        json.writeStringProperty("returnWithin", kept.reward().returnWithin().toString());
        json.writeBooleanProperty("open", kept.reward().open());
    }

    static void earned(JsonGenerator json, Earned earned) {
        json.writeStringProperty("member", earned.member());
        json.writeStringProperty("rule", earned.rule());
        json.writeNumberProperty("version", earned.version());
        json.writeStringProperty("activity", earned.activity());
        json.writeNumberProperty("asked", earned.asked());
        json.writeNumberProperty("points", earned.amount());
        json.writeStringProperty("earnedAt", earned.earnedAt().toString());
        json.writeStringProperty("activeAt", earned.activeAt().toString());
        json.writeStringProperty("expiresAt", earned.expiresAt().toString());
        json.writeBooleanProperty("clawedBack", earned.clawedBack());
    }

    static void reservations(JsonGenerator json, List<Reservation> reservations) {
        json.writeArrayPropertyStart("reservations");
        for (Reservation reservation : reservations) {
            json.writeStartObject();
            reservation(json, reservation);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void reservation(JsonGenerator json, Reservation reservation) {
        json.writeNumberProperty("number", reservation.number());
        json.writeStringProperty("member", reservation.member());
        json.writeStringProperty("reward", reservation.reward());
        json.writeNumberProperty("price", reservation.price());
        json.writeStringProperty("state", reservation.state().name());
        json.writeStringProperty("at", reservation.at().toString());
        json.writeStringProperty("until", reservation.until().toString());
        json.writeStringProperty("changedAt", reservation.changedAt().toString());
    }

    static void report(JsonGenerator json, PointsReport report) {
        json.writeNumberProperty("liability", report.total());
        accounts(json, report.accounts());
        json.writeArrayPropertyStart("months");
        for (PointsReport.Month month : report.months()) {
            json.writeStartObject();
            json.writeStringProperty("month", month.month().toString());
            json.writeNumberProperty("pending", month.pending());
            json.writeNumberProperty("active", month.active());
            json.writeNumberProperty("reserved", month.reserved());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("sums");
        for (PointsReport.Sum sum : report.sums()) {
            json.writeStartObject();
            json.writeStringProperty("account", name(sum.account()));
            json.writeStringProperty("rule", sum.rule());
            json.writeStringProperty("month", sum.month().toString());
            json.writeNumberProperty("points", sum.points());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package dev.holdfast.bench.fuzz;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Words that mean something to the server, by the name of the field or parameter they stand in.
final class Vocabulary {
    static final int LAUNCHES = 12;
    static final String EVENT = "fuzz-tour";
    static final String PRODUCT = "fuzz-car";

    private static final List<String> SLUGS =
            IntStream.range(0, LAUNCHES).mapToObj(number -> "fuzz-" + number).toList();
    private static final List<String> COLUMNS = List.of(
            "configuration,deliveryWeeks",
            "configuration,option,choice",
            "parent,child,quantity,leadTimeWeeks",
            "component,nameEn,nameZh,supplier,buffer",
            "resource,kind,nameEn,nameZh,workingDays",
            "resource,week,capacity",
            "resource,from,to",
            "configuration,resource",
            "component,onHand,quarantined,asOf",
            "offer,week,quantity",
            "serial,configuration,state,at,region,lots",
            "commitment,component,supplier,quantity,week,status");

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("slug", SLUGS),
            Map.entry("launch", SLUGS),
            Map.entry("class", List.of("product", "product", "service", "none")),
            Map.entry("city", List.of("north", "south", "moon")),
            Map.entry("place", List.of("larch-1", "centre:north", "nowhere")),
            Map.entry("member", List.of("fan-1", "fan-2", "fan-3", "nobody")),
            Map.entry("lot", List.of("lot-1", "lot-2")),
            Map.entry("offer", List.of("pro", "max", "pro", "max", "none")),
            Map.entry("region", List.of("north", "south", "moon")),
            Map.entry("provider", List.of("sandbox", "sandbox", "sandbox", "stripe", "wechatpay", "barter")),
            Map.entry("name", List.of("crm-1", "crm-2", "crm-3", "shop")),
            Map.entry("url", List.of("https://hooks.invalid/", "https://hooks.invalid/x?y=1")),
            Map.entry("currency", List.of("CNY", "CNY", "CNY", "EUR")),
            Map.entry("timeZone", List.of("UTC", "Asia/Shanghai", "America/St_Johns")),
            Map.entry("ruleSet", List.of("strict", "mainland")),
            Map.entry("rule", List.of("line", "stay-put", "protect-all")),
            Map.entry("type", List.of("payment.succeeded", "payment.succeeded", "payment.failed", "refund.succeeded")),
            Map.entry("state", List.of("HELD", "PLACED", "LOCKED", "CANCELLED", "EXPIRED")),
            Map.entry("version", List.of("1", "2", "3")),
            Map.entry("termsVersion", List.of("v1", "v2")),
            Map.entry("acceptTerms", List.of("v1", "v2")),
            Map.entry("limitGroup", List.of("one", "two")),
            Map.entry("component", List.of("pro", "max", "battery", "chip")),
            Map.entry("parent", List.of("pro", "max", "battery")),
            Map.entry("child", List.of("battery", "chip", "pro")),
            Map.entry("configuration", List.of("pro", "max")),
            Map.entry("resource", List.of("lane", "bay", "*")),
            Map.entry("supplier", List.of("volt", "spark")),
            Map.entry("status", List.of("forecast", "committed", "shipped", "received")),
            Map.entry("kind", List.of("lane", "bay")),
            Map.entry("workingDays", List.of("12345", "17")),
            Map.entry("preview", List.of("true", "false", "maybe")),
            Map.entry("wait", List.of("0", "1")),
            Map.entry("way", List.of("paid", "set_off")));

    private static final Set<String> WEEKS = Set.of("week", "from", "to", "asOf", "effectiveFrom", "effectiveTo");
    private static final Set<String> NUMBERS = Set.of(
            "run",
            "number",
            "quantity",
            "capacity",
            "buffer",
            "leadTimeWeeks",
            "deliveryWeeks",
            "onHand",
            "quarantined",
            "after",
            "before",
            "weeks",
            "topic",
            "round");

    private Vocabulary() {}

    static String word(String name, RandomGenerator dice) {
        if (WEEKS.contains(name)) {
            return monday(dice).toString();
        }
        if (NUMBERS.contains(name)) {
            return Integer.toString(dice.nextInt(1 << dice.nextInt(1, 8)));
        }
        List<String> known = WORDS.get(name);
        return known == null ? name + "-" + dice.nextInt(9) : Words.pick(known, dice);
    }

    static LocalDate monday(RandomGenerator dice) {
        return LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(dice.nextInt(-4, 60));
    }

    /// The first line of a file.
    static String columns(RandomGenerator dice) {
        return Words.pick(COLUMNS, dice);
    }

    static String slug(int number) {
        return SLUGS.get(number);
    }
}

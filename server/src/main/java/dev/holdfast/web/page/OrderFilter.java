package dev.holdfast.web.page;

import dev.holdfast.launch.OrderQuery;
import dev.holdfast.launch.OrderQuery.Sort;
import dev.holdfast.launch.OrderState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What a list of orders shows, as it stands in the address: a view can be sent to somebody else.
///
/// What cannot be read is left out, as if it had not been said: an address that somebody shortened still shows orders.
record OrderFilter(String slug, OrderQuery query) {
    private static final String DOWN = "down";

    /// As long as a member's id may be, and far longer than any other value.
    private static final int MAX_VALUE = 64;

    static OrderFilter of(String slug, Map<String, String> said) {
        return new OrderFilter(
                slug,
                new OrderQuery(
                        named(OrderState.values(), said.get("state")),
                        text(said.get("offer")),
                        text(said.get("region")),
                        text(said.get("member")),
                        "1".equals(said.get("moved")),
                        "1".equals(said.get("asked")),
                        sort(said.get("sort")),
                        DOWN.equals(said.get("way")),
                        place(said.get("after"))));
    }

    /// The same view from the beginning.
    String address() {
        return address(query.from(null), "");
    }

    String address(long after) {
        return address(query.from(after), "");
    }

    String export() {
        return address(query.byPosition(), ".csv");
    }

    /// By another column, or by the same one the other way round.
    String sorted(Sort sort) {
        boolean turned = query.sort() == sort && !query.descending();
        return address(
                new OrderQuery(
                        query.state(),
                        query.offer(),
                        query.region(),
                        query.member(),
                        query.moved(),
                        query.asked(),
                        sort,
                        turned,
                        null),
                "");
    }

    /// The value of `aria-sort` for the head of a column.
    String direction(Sort sort) {
        if (query.sort() != sort) {
            return "none";
        }
        return query.descending() ? "descending" : "ascending";
    }

    boolean narrowed() {
        return query.state() != null
                || query.offer() != null
                || query.region() != null
                || query.member() != null
                || query.moved()
                || query.asked();
    }

    private String address(OrderQuery of, String ending) {
        var address = UriComponentsBuilder.fromPath("/operator/launches/{slug}/orders" + ending);
        add(address, "state", of.state() == null ? null : of.state().name());
        add(address, "offer", of.offer());
        add(address, "region", of.region());
        add(address, "member", of.member());
        add(address, "moved", of.moved() ? "1" : null);
        add(
                address,
                "sort",
                of.sort() == Sort.POSITION ? null : of.sort().name().toLowerCase(Locale.ROOT));
        add(address, "way", of.descending() ? DOWN : null);
        add(address, "after", of.after() == null ? null : of.after().toString());
        // Values are put in as variables, so that whatever somebody is called stays one value.
        return address.encode().buildAndExpand(Map.of("slug", slug)).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() || said.length() > MAX_VALUE ? null : said.strip();
    }

    private static Sort sort(@Nullable String said) {
        var sort = named(Sort.values(), said);
        return sort == null ? Sort.POSITION : sort;
    }

    private static @Nullable Long place(@Nullable String said) {
        return said != null && said.matches("\\d{1,15}") ? Long.valueOf(said) : null;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String said) {
        return said == null
                ? null
                : Arrays.stream(values)
                        .filter(value -> value.name().equalsIgnoreCase(said))
                        .findFirst()
                        .orElse(null);
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.TaxQuery;
import dev.holdfast.delivery.balance.TaxQuery.Standing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the list of tax documents shows, as it stands in the address: a view can be sent to somebody else.
///
/// What cannot be read is left out, as if it had not been said.
///
/// @param from the first of the days, as clocks in UTC count them
/// @param to the last of them
record TaxFilter(
        @Nullable Standing state,
        @Nullable String launch,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /// @param launches that there are
    static TaxFilter of(Map<String, String> said, Collection<String> launches) {
        var launch = said.get("launch");
        return new TaxFilter(
                Arrays.stream(Standing.values())
                        .filter(one -> one.name().equals(said.get("state")))
                        .findFirst()
                        .orElse(null),
                launch != null && launches.contains(launch) ? launch : null,
                day(said.get("from")),
                day(said.get("to")));
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        try {
            return said == null || said.length() > "2027-03-01".length() ? null : LocalDate.parse(said);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    boolean narrowed() {
        return state != null || launch != null || from != null || to != null;
    }

    TaxQuery query() {
        return new TaxQuery(
                state,
                launch,
                from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// @param before the last one of the page before
    String address(long before) {
        var address = UriComponentsBuilder.fromPath(StaffTaxRequestsPage.ADDRESS);
        add(address, "state", state);
        add(address, "launch", launch);
        add(address, "from", from);
        add(address, "to", to);
        return address.queryParam("before", before).encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}

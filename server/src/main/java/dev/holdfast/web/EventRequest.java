package dev.holdfast.web;

import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventDefinition.City;
import dev.holdfast.community.event.EventDefinition.Duty;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event as an operator sends it, before its defaults are filled in.
record EventRequest(
        @Nullable Map<String, String> name,
        @Nullable Map<String, String> text,
        @Nullable Integer places,
        @Nullable List<CityRequest> cities,
        @Nullable List<ShareRequest> quotas,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable String figure,
        @Nullable Instant figureAt,
        @Nullable Duration confirmWithin,
        @Nullable Instant startsAt,
        @Nullable Instant releaseAt,
        @Nullable Instant endsAt,
        @Nullable ZoneId timeZone,
        @Nullable List<DutyRequest> duties,
        @Nullable Integer warningDays,
        @Nullable Integer holidayDays) {

    private static final Duration CONFIRM_WITHIN = Duration.ofDays(3);
    private static final int WARNING_DAYS = 7;

    record CityRequest(@Nullable String id, @Nullable Map<String, String> name) {
        City city() {
            return new City(Objects.requireNonNullElse(id, ""), Objects.requireNonNullElse(name, Map.of()));
        }
    }

    record ShareRequest(
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable String city,
            @Nullable String launch,
            @Nullable Boolean delivered,
            @Nullable Integer months) {
        Share share() {
            return new Share(
                    Objects.requireNonNullElse(least, 0),
                    most,
                    city,
                    launch,
                    Boolean.TRUE.equals(delivered),
                    Objects.requireNonNullElse(months, 0));
        }
    }

    record DutyRequest(
            @Nullable String id,
            @Nullable Map<String, String> name,
            @Nullable LocalDate from,
            @Nullable Integer days) {
        Duty duty(String where, List<Fault> missing) {
            return new Duty(
                    Objects.requireNonNullElse(id, ""),
                    Objects.requireNonNullElse(name, Map.of()),
                    required(where + ".from", from, LocalDate.EPOCH, missing),
                    required(where + ".days", days, 1, missing));
        }
    }

    /// @throws Problem INVALID naming every field that is missing
    EventDefinition definition() {
        var missing = new ArrayList<Fault>();
        var definition = new EventDefinition(
                required("name", name, Map.of(), missing),
                Objects.requireNonNullElse(text, Map.of()),
                required("places", places, 1, missing),
                orNone(cities).stream().map(CityRequest::city).toList(),
                orNone(quotas).stream().map(ShareRequest::share).toList(),
                required("opensAt", opensAt, Instant.EPOCH, missing),
                required("closesAt", closesAt, Instant.EPOCH, missing),
                required("figure", figure, "", missing),
                required("figureAt", figureAt, Instant.EPOCH, missing),
                Objects.requireNonNullElse(confirmWithin, CONFIRM_WITHIN),
                required("startsAt", startsAt, Instant.EPOCH, missing),
                releaseAt,
                required("endsAt", endsAt, Instant.EPOCH, missing),
                required("timeZone", timeZone, ZoneId.of("UTC"), missing),
                duties(missing),
                Objects.requireNonNullElse(warningDays, WARNING_DAYS),
                Objects.requireNonNullElse(holidayDays, 0));
        if (!missing.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID, "invalid_request", missing.size() + " fields are missing.", missing);
        }
        return definition;
    }

    private List<Duty> duties(List<Fault> missing) {
        var read = new ArrayList<Duty>();
        for (DutyRequest duty : orNone(duties)) {
            read.add(duty.duty("duties[" + read.size() + "]", missing));
        }
        return read;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T required(String where, @Nullable T value, T otherwise, List<Fault> missing) {
        if (value == null) {
            missing.add(new Fault(where, null, "is required"));
            return otherwise;
        }
        return value;
    }
}

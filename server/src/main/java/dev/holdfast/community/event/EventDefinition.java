package dev.holdfast.community.event;

import dev.holdfast.launch.draw.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an operator decides about an event.
///
/// @param name in `en`, `zh` or both, as all names here
/// @param cities of which an applicant chooses one; none: nobody is asked
/// @param quotas in the order in which the draw looks at them
/// @param closesAt when the list of the draw is frozen
/// @param figure which public figure decides, and where it is published
/// @param figureAt from when on that figure can be known: after the list is frozen
/// @param confirmWithin how long whoever got a place has to confirm it
/// @param releaseAt when the places of those who did not come go to the reserves who did; null: nobody has
///     to come
/// @param warningDays how long a warning runs before anybody may be removed
/// @param holidayDays how many days each holder may pause their own duties
public record EventDefinition(
        Map<String, String> name,
        Map<String, String> text,
        int places,
        List<City> cities,
        List<Share> quotas,
        Instant opensAt,
        Instant closesAt,
        String figure,
        Instant figureAt,
        Duration confirmWithin,
        Instant startsAt,
        @Nullable Instant releaseAt,
        Instant endsAt,
        ZoneId timeZone,
        List<Duty> duties,
        int warningDays,
        int holidayDays) {
    public EventDefinition {
        name = Map.copyOf(name);
        text = Map.copyOf(text);
        cities = List.copyOf(cities);
        quotas = List.copyOf(quotas);
        duties = List.copyOf(duties);
    }

    public record City(String id, Map<String, String> name) {
        public City {
            name = Map.copyOf(name);
        }
    }

    /// A share of the places for those who fit everything it names.
    ///
    /// @param city null: any
    /// @param launch who has an order of this launch that is paid for; null: anybody
    /// @param delivered the product of that order was handed over
    /// @param months since the first order that they still have; 0: any
    public record Share(
            int least,
            @Nullable Integer most,
            @Nullable String city,
            @Nullable String launch,
            boolean delivered,
            int months) {

        /// Who fits, as it is published.
        public String rule() {
            var parts = new ArrayList<String>();
            if (city != null) {
                parts.add("city " + city);
            }
            if (launch != null) {
                parts.add((delivered ? "owner of " : "order of ") + launch);
            }
            if (months > 0) {
                parts.add("customer for " + months + " months");
            }
            return String.join(", ", parts);
        }
    }

    /// Something that holders of a place do in time.
    ///
    /// @param from the first day that counts; later for whoever got the place later
    /// @param days that are not in a pause; it is due at the end of the last
    public record Duty(String id, Map<String, String> name, LocalDate from, int days) {
        public Duty {
            name = Map.copyOf(name);
        }
    }

    List<Quota> drawnQuotas() {
        return quotas.stream()
                .map(share -> new Quota(share.rule(), share.least(), share.most()))
                .toList();
    }

    Optional<Duty> duty(String id) {
        return duties.stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /// From here on no reserve moves up.
    Instant lastMove() {
        return releaseAt == null ? endsAt : releaseAt;
    }
}

package dev.holdfast.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Centres and stores, and how many work at each.
///
/// @param sought what was looked for; empty: all are shown
/// @param last the place after which the next page begins; null: there is none
record StaffNetworkPage(
        Frame frame,
        List<PlaceLine> places,
        Map<String, Integer> working,
        String sought,
        @Nullable String last) {
    static final String ADDRESS = "/operator/network";

    StaffNetworkPage {
        places = List.copyOf(places);
        working = Map.copyOf(working);
    }

    String working(PlaceLine place) {
        return frame.words().number(working.getOrDefault(place.id(), 0));
    }

    @Nullable
    String next() {
        if (last == null) {
            return null;
        }
        var after = "?after=" + encoded(last);
        return ADDRESS + (sought.isEmpty() ? after : after + "&q=" + encoded(sought));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package dev.holdfast.web.page;

import java.util.List;

/// Where somebody works, and what is late there.
record StorePage(Frame frame, Places places, List<String> own, OverduePart late) {
    StorePage {
        own = List.copyOf(own);
    }

    String name(String place) {
        return places.name(place, frame.words());
    }
}

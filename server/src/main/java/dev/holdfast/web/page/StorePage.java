package dev.holdfast.web.page;

import java.util.List;

/// Where somebody works.
record StorePage(Frame frame, Places places, List<String> own) {
    StorePage {
        own = List.copyOf(own);
    }

    String name(String place) {
        return places.name(place, frame.words());
    }
}

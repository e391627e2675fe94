package dev.holdfast.web.page;

import java.util.List;

/// Where somebody works.
record StorePage(Frame frame, List<String> places) {
    StorePage {
        places = List.copyOf(places);
    }
}

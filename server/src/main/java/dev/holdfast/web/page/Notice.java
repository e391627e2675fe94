package dev.holdfast.web.page;

import java.util.List;

/// Something that stands above the content: what did not happen and why, and the next best things to do.
record Notice(String title, String text, List<Link> next) {
    Notice {
        next = List.copyOf(next);
    }

    record Link(String text, String address) {}

    static Notice of(String title, String text, Link... next) {
        return new Notice(title, text, List.of(next));
    }
}

package dev.holdfast.community.event;

import dev.holdfast.member.mail.Mails;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Queues the letters of events, in the transaction of whoever has the news.
final class EventNews {
    /// What there is to be told.
    enum Kind {
        WON,
        RESERVE,
        MOVED_UP,
        /// A place has to be confirmed soon.
        REMINDED,
        LAPSED,
        WARNED,
        REMOVED;

        String word() {
            return "event_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Mails mails;

    EventNews(Mails mails) {
        this.mails = mails;
    }

    /// @param facts besides the event
    void tell(Kind kind, EventRow event, Collection<String> members, Instant at, Map<String, String> facts) {
        String told = JsonMapper.shared().writeValueAsString(new Told(event.slug(), facts));
        String news = kind.word() + "/" + event.number() + "/" + at;
        mails.queue(
                kind.word(),
                members.stream()
                        .map(member -> new Mails.Item(news, member, told))
                        .toList());
    }

    record Told(String event, Map<String, String> facts) {
        Told {
            facts = Map.copyOf(facts);
        }
    }
}

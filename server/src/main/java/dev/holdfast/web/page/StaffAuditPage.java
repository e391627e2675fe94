package dev.holdfast.web.page;

import dev.holdfast.launch.OrderId;
import dev.holdfast.member.AuditPage;
import dev.holdfast.member.AuditQuery;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Acts of operators and planners, the latest first.
///
/// @param known every act there ever was, to choose from
record StaffAuditPage(Frame frame, AuditQuery query, List<String> known, AuditPage page) {
    StaffAuditPage {
        known = List.copyOf(known);
    }

    String when(AuditPage.Entry entry) {
        var at = entry.at().atZone(ZoneOffset.UTC);
        return frame.words().day(at.toLocalDate()) + " " + frame.words().timeOfDay(entry.at(), ZoneOffset.UTC);
    }

    String act(String act) {
        return frame.words().sayOrQuote("act.", act);
    }

    /// Where the subject of an act can be looked at; null: nowhere.
    @Nullable
    String subject(AuditPage.Entry entry) {
        return OrderId.parse(entry.subject())
                .map(order -> "/operator/orders/" + order)
                .orElse(null);
    }

    boolean narrowed() {
        return query.actor() != null || query.act() != null || query.subject() != null;
    }

    /// The same acts, further back.
    String before(long number) {
        var address = UriComponentsBuilder.fromPath("/operator/audit").queryParam("before", number);
        var said = new HashMap<String, Object>();
        add(address, said, "actor", query.actor());
        add(address, said, "act", query.act());
        add(address, said, "subject", query.subject());
        return address.encode().buildAndExpand(said).toUriString();
    }

    private static void add(
            UriComponentsBuilder address, Map<String, Object> said, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}");
            said.put(name, value);
        }
    }
}

package dev.holdfast.web.page;

import dev.holdfast.member.AuditQuery;
import dev.holdfast.member.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The trail of what operators and planners did.
@Controller
class AuditPages {
    private static final int SHOWN = 100;

    private final Members members;
    private final Templates templates;

    AuditPages(Members members, Templates templates) {
        this.members = members;
        this.templates = templates;
    }

    @GetMapping("/operator/audit")
    Page audit(
            Frame frame,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before) {
        frame.operating();
        var query = new AuditQuery(said(actor), said(act), said(subject), before);
        return templates.page(
                "staffAudit", new StaffAuditPage(frame, query, members.knownActs(), members.acts(query, SHOWN)));
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

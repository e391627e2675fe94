package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Invitations;
import dev.holdfast.member.mail.Site;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an operator makes a link for a colleague.
@Controller
class PeoplePages {
    private final Invitations invitations;
    private final Site site;
    private final Templates templates;

    PeoplePages(Invitations invitations, Site site, Templates templates) {
        this.invitations = invitations;
        this.site = site;
        this.templates = templates;
    }

    @GetMapping("/operator/people")
    Page form(Frame frame) {
        frame.operating();
        return templates.page("staffPeople", StaffPeoplePage.blank(frame));
    }

    /// The link is on this answer and nowhere else, so no address leads to it and nothing may keep it.
    @PostMapping("/operator/people")
    Page invite(
            Frame frame,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String role,
            HttpServletResponse response) {
        var operator = frame.operating();
        var here = frame.at("/operator/people");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        try {
            var made = invitations.invite(member.strip(), role, operator);
            return templates.page(
                    "staffPeople",
                    new StaffPeoplePage(
                            here,
                            made,
                            site.address().resolve("/sign-in/" + made.link()).toString(),
                            member,
                            role,
                            null));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            var notice =
                    Notice.of(frame.words().say("people.refused"), frame.words().say("people.refused.text"));
            return templates.refusal("staffPeople", new StaffPeoplePage(here, null, "", member, role, notice), 422);
        }
    }
}

package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Invitations;
import dev.holdfast.member.Invitations.Invitation;
import dev.holdfast.member.mail.Site;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where operators see centres and stores, and who works at each.
@Controller
class NetworkPages {
    private static final String PLACE = StaffNetworkPage.ADDRESS + "/{place}";
    private static final int SHOWN = 100;

    private final Network network;
    private final Invitations invitations;
    private final Site site;
    private final Templates templates;

    NetworkPages(Network network, Invitations invitations, Site site, Templates templates) {
        this.network = network;
        this.invitations = invitations;
        this.site = site;
        this.templates = templates;
    }

    /// @param q what is looked for; empty: all
    /// @param after the last place of the page before; empty: from the beginning
    @GetMapping(StaffNetworkPage.ADDRESS)
    Page network(
            Frame frame, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        frame.operating();
        var sought = q.strip();
        var found = PlaceLine.all(network).stream()
                .filter(place -> place.fits(sought))
                .toList();
        var rest = after.isEmpty()
                ? found
                : found.stream()
                        .dropWhile(place -> !place.id().equals(after))
                        .skip(1)
                        .toList();
        var shown = rest.stream().limit(SHOWN).toList();
        var last = rest.size() > SHOWN ? shown.getLast().id() : null;
        return templates.page("staffNetwork", new StaffNetworkPage(frame, shown, network.working(), sought, last));
    }

    @GetMapping(PLACE)
    Page place(Frame frame, @PathVariable String place, @RequestParam @Nullable String done) {
        frame.operating();
        var told = "invited".equals(done) || "ended".equals(done) ? done : null;
        return templates.page("staffPlace", page(frame, line(place), "", told, null));
    }

    /// A link is on this answer and nowhere else, so no address leads to it and nothing may keep it.
    @PostMapping(PLACE + "/staff")
    View invite(
            Frame frame,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "false") boolean link,
            HttpServletResponse response) {
        var operator = frame.operating();
        var line = line(place);
        var here = frame.at(line.address());
        var name = member.strip();
        try {
            network.staff(name, place, true, operator);
            if (!link) {
                return SeeOther.to(line.address() + "?done=invited");
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            return templates.page("staffPlace", made(here, line, invitations.invite(name, "store", operator)));
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "network.refused", refused);
            return templates.refusal("staffPlace", page(here, line, name, null, notice), Typed.status(refused));
        }
    }

    @PostMapping(PLACE + "/staff/end")
    View end(Frame frame, @PathVariable String place, @RequestParam(defaultValue = "") String member) {
        var operator = frame.operating();
        var line = line(place);
        try {
            network.staff(member.strip(), place, false, operator);
            return SeeOther.to(line.address() + "?done=ended");
        } catch (Problem refused) {
            var here = frame.at(line.address());
            var notice = Typed.refused(frame.words(), "network.refused", refused);
            return templates.refusal("staffPlace", page(here, line, "", null, notice), Typed.status(refused));
        }
    }

    private PlaceLine line(String place) {
        return PlaceLine.find(network, place)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_path", "There is no place '" + place + "' in the network."));
    }

    private StaffPlacePage page(
            Frame frame, PlaceLine place, String typed, @Nullable String done, @Nullable Notice notice) {
        var staff = network.staffOf(place.id(), Network.MAX_PAGE);
        return new StaffPlacePage(frame, place, staff, null, "", typed, done, notice);
    }

    private StaffPlacePage made(Frame frame, PlaceLine place, Invitation made) {
        var staff = network.staffOf(place.id(), Network.MAX_PAGE);
        var address = site.address().resolve("/sign-in/" + made.link()).toString();
        return new StaffPlacePage(frame, place, staff, made, address, "", null, null);
    }
}

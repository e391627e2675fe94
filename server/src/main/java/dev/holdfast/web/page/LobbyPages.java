package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.lobby.Entered;
import dev.holdfast.launch.lobby.Lobby;
import dev.holdfast.launch.lobby.Turn;
import dev.holdfast.member.mail.Mails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The waiting room for fans, and its draw for operators.
@Controller
class LobbyPages {
    /// What a browser carries from being called to its order.
    static final String PASS = "holdfast_pass";

    private final Launch launch;
    private final Lobby lobby;
    private final Mails mails;
    private final Templates templates;

    LobbyPages(Launch launch, Lobby lobby, Mails mails, Templates templates) {
        this.launch = launch;
        this.lobby = lobby;
        this.mails = mails;
        this.templates = templates;
    }

    @GetMapping("/launches/{slug}/lobby")
    Page look(Frame frame, @PathVariable String slug) {
        return templates.page("lobby", page(frame, slug));
    }

    @PostMapping("/launches/{slug}/lobby")
    View enter(Frame frame, @PathVariable String slug) {
        lobby.enter(slug, frame.asker().member());
        return SeeOther.to(address(slug));
    }

    /// Whoever is called goes on to the launch; whoever is not is shown how it stands.
    @PostMapping("/launches/{slug}/lobby/pass")
    View comeIn(Frame frame, @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        var member = frame.asker().member();
        var turn = lobby.turn(slug, member, lobby.ticket(slug, member).ticket().text());
        if (!(turn instanceof Turn.Called(var pass))) {
            return SeeOther.to(address(slug));
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(PASS, pass.text())
                        .path("/launches/" + slug)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lobby.look(slug).room().passFor())
                        .build()
                        .toString());
        return SeeOther.to("/launches/" + slug);
    }

    @PostMapping("/operator/launches/{slug}/draw/freeze")
    View freeze(Frame frame, @PathVariable String slug) {
        lobby.freeze(slug, frame.operating());
        return SeeOther.to(desk(slug));
    }

    /// Typed twice, because it is entered once.
    @PostMapping("/operator/launches/{slug}/draw/figure")
    View figure(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String again) {
        var operator = frame.operating();
        if (!figure.strip().equals(again.strip())) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_figure",
                    "The figure was typed in two ways: '" + figure + "' and '" + again + "'. Nothing was entered.");
        }
        lobby.figure(slug, figure, operator);
        return SeeOther.to(desk(slug));
    }

    @PostMapping("/launches/{slug}/lobby/waiting-list")
    View join(Frame frame, @PathVariable String slug) {
        lobby.join(slug, frame.asker().member());
        return SeeOther.to(address(slug));
    }

    @PostMapping("/launches/{slug}/lobby/waiting-list/leave")
    View leave(Frame frame, @PathVariable String slug) {
        lobby.leave(slug, frame.asker().member());
        return SeeOther.to(address(slug));
    }

    private LobbyPage page(Frame frame, String slug) {
        var view = launch.look(slug);
        var room = lobby.look(slug);
        return new LobbyPage(frame, view, room, mine(frame, slug), lobby.windows(slug), letters(frame), null);
    }

    private @Nullable Entered mine(Frame frame, String slug) {
        var member = frame.member();
        return member == null ? null : lobby.find(slug, member).orElse(null);
    }

    private @Nullable String letters(Frame frame) {
        var member = frame.member();
        return member == null
                ? null
                : mails.addressOf(member).map(to -> to.address().text()).orElse(null);
    }

    private static String address(String slug) {
        return "/launches/" + slug + "/lobby";
    }

    private static String desk(String slug) {
        return "/operator/launches/" + slug + "#draw";
    }
}

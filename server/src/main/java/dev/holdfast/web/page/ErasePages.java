package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderState;
import dev.holdfast.member.personal.PersonalData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The end of what is kept about a member.
@Controller
class ErasePages {
    private final PersonalData personal;
    private final Launch launch;
    private final Templates templates;

    ErasePages(PersonalData personal, Launch launch, Templates templates) {
        this.personal = personal;
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping("/account/erase")
    Page what(Frame frame) {
        return templates.page("erase", page(frame, null));
    }

    /// Pressed on a page that says what it does, by whoever ticked that they read it: nothing brings it back.
    @PostMapping("/account/erase")
    View erase(
            Frame frame,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!sure) {
            return refusal(frame, "erase.unsure", 422);
        }
        try {
            personal.erase(frame.asker().member());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return refusal(frame, "erase." + problem.code(), 409);
        }
        SessionCookie.remove(request, response);
        DeviceCookie.remove(request, response);
        return SeeOther.to("/erased");
    }

    @GetMapping("/erased")
    Page erased(Frame frame) {
        var words = frame.words();
        var notice = Notice.of(
                words.say("erase.done"), words.say("erase.done.text"), new Notice.Link(words.say("problem.home"), "/"));
        return templates.page("problem", new ProblemPage(frame.at("/"), 200, notice));
    }

    private View refusal(Frame frame, String key, int status) {
        var words = frame.words();
        var notice = Notice.of(words.say(key), words.say(key + ".text"));
        return templates.refusal("erase", page(frame.at("/account/erase"), notice), status);
    }

    private ErasePage page(Frame frame, @Nullable Notice notice) {
        var inTheWay = launch.ordersOf(frame.asker().member()).stream()
                .filter(order -> order.live() && order.state() != OrderState.DELIVERED)
                .map(order ->
                        new MyOrdersPage.Row(order, launch.look(order.launch()).definition()))
                .toList();
        return new ErasePage(frame, inTheWay, notice);
    }
}

package dev.holdfast.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// The last resort: whatever no handler answered, in the look of the other pages.
@Controller
class ErrorPage implements ErrorController {
    private final PageProblems problems;
    private final Frames frames;

    ErrorPage(PageProblems problems, Frames frames) {
        this.problems = problems;
        this.frames = frames;
    }

    @RequestMapping("/error")
    Page error(HttpServletRequest request) {
        var frame = frames.of(request);
        return request.getAttribute(SessionCookie.AWAY) == null
                ? problems.page(status(request), frame)
                : problems.away(frame);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}

package dev.holdfast.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/// After an act the browser is led to a page that can be loaded again without acting again.
final class SeeOther {
    private SeeOther() {}

    /// @param path of ours
    static RedirectView to(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}

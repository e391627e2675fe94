package dev.holdfast.web.page;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/// After an act the browser is led to a page that can be loaded again without acting again.
final class SeeOther {
    /// An answer's head has 8 KB; what does not fit into it ends as a fault of ours.
    private static final int MAX_PATH = 2_000;

    /// A step to the folder itself or above it, which leads nowhere from a path of ours.
    private static final Pattern DOTS = Pattern.compile("/(\\.|%2[eE]){1,2}(?=[/?#]|$)");

    private SeeOther() {}

    /// A path of this site and nothing that a browser could take for another site, or a template.
    static boolean isOurs(String path) {
        return path.length() <= MAX_PATH
                && path.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7a\\x7c\\x7e]*")
                && !DOTS.matcher(path).find();
    }

    /// @param address of another site, which never comes from the reader
    static RedirectView outside(URI address) {
        return to(address.toString());
    }

    /// @param path of ours
    static RedirectView to(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}

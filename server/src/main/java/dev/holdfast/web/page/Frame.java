package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every page has around its content: who reads, in which language, and the token each form carries.
///
/// @param path  of this page with its query, to come back to it in another language
/// @param token asked for only by a page with a form, because asking sets a cookie
record Frame(
        Words words, String path, @Nullable String member, boolean operator, Supplier<String> token, Assets assets) {

    boolean signedIn() {
        return member != null;
    }

    /// The one who acts on this page.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in
    Asker asker() {
        if (member == null) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "not_signed_in", "Nobody is signed in. Sign in first.");
        }
        return new Asker(member, operator);
    }

    /// The same reader at the page that a form was sent from: the form's own address cannot be asked for.
    Frame at(String page) {
        return new Frame(words, page, member, operator, token, assets);
    }

    String pathInQuery() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /// The language this page is not in.
    Words other() {
        return words == Words.ENGLISH ? Words.CHINESE : Words.ENGLISH;
    }
}

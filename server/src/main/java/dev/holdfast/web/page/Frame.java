package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.member.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every page has around its content: who reads, in which language, and the token each form carries.
///
/// @param path    of this page with its query, to come back to it in another language
/// @param session null: nobody is signed in
/// @param token   asked for only by a page with a form, because asking sets a cookie
record Frame(Words words, String path, @Nullable Session session, Supplier<String> token, Assets assets) {

    boolean signedIn() {
        return session != null;
    }

    @Nullable
    String member() {
        return session == null ? null : session.member();
    }

    boolean operator() {
        return session != null && session.operator();
    }

    /// Whether the reader runs launches or plans them, and so has rooms that fans do not see.
    boolean staff() {
        return session != null && session.staff();
    }

    /// The one who acts on this page.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in
    Asker asker() {
        return new Asker(known().member(), operator());
    }

    /// The operator who reads this page or acts on it, as the audit trail names them.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in, FORBIDDEN when somebody else is
    String operating() {
        if (!known().operator()) {
            throw forbidden();
        }
        return known().member();
    }

    /// The planner or operator who reads this page or acts on it: whoever runs a launch may plan it too.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in, FORBIDDEN when somebody else is
    String planning() {
        var here = known();
        if (!staff()) {
            throw forbidden();
        }
        return here.member();
    }

    boolean partner() {
        return session != null && session.partner();
    }

    /// The partner company that reads this page, by the name its campaigns are kept under.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in, FORBIDDEN when somebody else is
    String partnering() {
        if (!known().partner()) {
            throw forbidden();
        }
        return known().member();
    }

    boolean store() {
        return session != null && session.store();
    }

    /// The one who works in a store or a centre and reads this page; where, their invitations say.
    ///
    /// @throws Problem UNAUTHENTICATED when nobody is signed in, FORBIDDEN when somebody else is
    String storing() {
        if (!known().store()) {
            throw forbidden();
        }
        return known().member();
    }

    private Session known() {
        if (session == null) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "not_signed_in", "Nobody is signed in. Sign in first.");
        }
        return session;
    }

    private static Problem forbidden() {
        return new Problem(
                Problem.Kind.FORBIDDEN,
                "wrong_role",
                "This page is for those who run launches. Sign in as one of them.");
    }

    /// The same reader at the page that a form was sent from: the form's own address cannot be asked for.
    Frame at(String page) {
        return new Frame(words, page, session, token, assets);
    }

    String pathInQuery() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /// To sign in, and then back to this page.
    String signIn() {
        return path.equals("/") || path.startsWith("/sign-in") ? "/sign-in" : "/sign-in?to=" + pathInQuery();
    }

    /// The language this page is not in.
    Words other() {
        return words == Words.ENGLISH ? Words.CHINESE : Words.ENGLISH;
    }
}

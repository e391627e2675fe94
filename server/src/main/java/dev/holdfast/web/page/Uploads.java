package dev.holdfast.web.page;

import dev.holdfast.member.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody but staff send files, and owners their photos. Stands in front of the token that forms
/// carry: to find the token, the whole file is read and put on disk, and that is done for no stranger.
final class Uploads extends OncePerRequestFilter {
    private static final Pattern PHOTOS = Pattern.compile(TicketPhotoPages.PHOTOS.replaceAll("\\{[a-z]+}", "[^/]+"));

    private final Members members;

    Uploads(Members members) {
        this.members = members;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (members.session(SessionCookie.read(request))
                .filter(session -> session.staff() || isPhoto(request))
                .isPresent()) {
            if (isReadable(request)) {
                chain.doFilter(request, response);
            } else {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        } else {
            // No page in its place: whatever made one would read the file first.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in");
        }
    }

    private static boolean isPhoto(HttpServletRequest request) {
        return PHOTOS.matcher(request.getRequestURI()).matches();
    }

    /// A file whose name no file can have is found out when the first parameter is asked for, which is of
    /// no use to whoever asks.
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidFileNameException impossible) {
            return false;
        } catch (IllegalStateException tooLargeOrNoFile) {
            // Said by whoever wants the file, if anybody does.
            return true;
        }
    }
}

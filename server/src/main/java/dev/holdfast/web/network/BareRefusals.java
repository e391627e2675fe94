package dev.holdfast.web.network;

import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is answered when HTTP itself cannot be read, or wants what nobody here knows: nothing of ours is asked then,
/// and Tomcat would send a page of its own. Programs that speak to the interface read problems, so it is one.
public final class BareRefusals extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(BareRefusals.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem unreadable = unreadable();
        try {
            response.setContentType("application/problem+json");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("""
                        {"type":"urn:holdfast:problem:%1$s","title":"Unreadable request","status":%2$d,"code":"%1$s",\
                        "detail":"%3$s"}""".formatted(unreadable.code(), status, unreadable.getMessage()));
                response.finishResponse();
            }
        } catch (IOException gone) {
            LOG.debug("Whoever sent an unreadable request has left.", gone);
        }
    }

    private static Problem unreadable() {
        return new Problem(
                Problem.Kind.MALFORMED,
                "unreadable_request",
                "The request is no HTTP that this server reads. Maybe its address, its length or a header is not written"
                        + " as RFC 9112 has it.");
    }
}

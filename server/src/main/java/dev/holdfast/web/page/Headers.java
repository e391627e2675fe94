package dev.holdfast.web.page;

/// What a browser is told it may do on our pages.
final class Headers {
    /// Nothing but our own files: no inline script or style, nothing from elsewhere, no page of ours in a frame.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// The same for htmx: no style of its own, nothing evaluated, no page kept in the browser's storage.
    static final String HTMX = """
            {"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyEnabled":false}""";

    private Headers() {}
}

package dev.holdfast.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/// The templates, compiled when Holdfast was built.
final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Templates.class.getPackageName());

    Templates() {
        engine.setBinaryStaticContent(true);
    }

    Page page(String template, Object content) {
        return new Page(this, template, content, 200);
    }

    /// A page that says why something was not done.
    Page refusal(String template, Object content, int status) {
        return new Page(this, template, content, status);
    }

    /// Renders the whole page before a byte of it is sent: a page that fails half-way becomes a page that says so.
    Body render(String template, Object content) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", content, output);
        return Body.of(output.toByteArray());
    }
}

package dev.holdfast.web.page;

import dev.holdfast.community.spec.Specs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Specs of products, for everybody.
@Controller
class SpecPages {
    private final Specs specs;
    private final Templates templates;

    SpecPages(Specs specs, Templates templates) {
        this.specs = specs;
        this.templates = templates;
    }

    @GetMapping("/specs/{product}")
    Page spec(Frame frame, @PathVariable String product) {
        return templates.page("spec", new SpecPage(frame, specs.product(product), specs.versions(product)));
    }
}

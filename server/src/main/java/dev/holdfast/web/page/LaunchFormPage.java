package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A launch being written, or written anew.
///
/// @param launch the one that is changed; null: it is a new one
/// @param refusal why it was not saved although every field can be read; null: it was not tried, or a field is at fault
record LaunchFormPage(
        Frame frame,
        @Nullable LaunchView launch,
        LaunchForm form,
        List<Fault> faults,
        @Nullable String refusal) {
    /// Rule sets by their ids, as the words call them.
    static final List<String> RULES = List.of("strict", "mainland");

    LaunchFormPage {
        faults = List.copyOf(faults);
    }

    boolean tooLong() {
        return form.offers().size() + form.regions().size() > LaunchForm.MAX_ROWS;
    }

    /// The id of the field that a fault is about: a fault may name a part of it.
    static String field(String where) {
        return switch (where) {
            case "name", "name.en" -> "nameEn";
            case "name.zh" -> "nameZh";
            case "offers", "regions" -> where;
            default -> where.replaceAll("\\.name(\\.en)?$", ".en").replaceAll("\\.name\\.zh$", ".zh");
        };
    }

    @Nullable
    String fault(String id) {
        return faults.stream()
                .filter(fault -> field(fault.where()).equals(id))
                .map(Fault::reason)
                .findFirst()
                .orElse(null);
    }
}

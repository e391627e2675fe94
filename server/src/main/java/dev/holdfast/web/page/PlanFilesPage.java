package dev.holdfast.web.page;

import dev.holdfast.supply.MasterShape;
import dev.holdfast.supply.MasterVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every file of master data there can be, with the version in force.
///
/// @param versions the latest of all files, the newest first
record PlanFilesPage(PlanFrame plan, List<MasterShape> shapes, List<MasterVersion> versions) {
    PlanFilesPage {
        shapes = List.copyOf(shapes);
        versions = List.copyOf(versions);
    }

    @Nullable
    MasterVersion inForce(MasterShape shape) {
        return versions.stream()
                .filter(version -> version.file().equals(shape.file()))
                .findFirst()
                .orElse(null);
    }

    /// Such as `week, capacity` and what may be left out in brackets.
    static String columns(MasterShape shape) {
        var needed = String.join(", ", shape.needed());
        return shape.optional().isEmpty() ? needed : needed + " [" + String.join(", ", shape.optional()) + "]";
    }
}

package dev.holdfast.web.page;

import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterShape;
import dev.holdfast.supply.MasterVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file of master data: its rows, its versions, and the form that replaces it.
///
/// @param copy     null: it was never given
/// @param versions of this file, the newest first
/// @param refused  the rows of an upload in which something is wrong
/// @param notice   what became of an upload
record PlanFilePage(
        PlanFrame plan,
        MasterShape shape,
        @Nullable MasterCopy copy,
        List<MasterVersion> versions,
        @Nullable UploadedTable refused,
        @Nullable Notice notice) {
    /// What a page shows; the whole file is a download away.
    private static final int MAX_ROWS = 200;

    PlanFilePage {
        versions = List.copyOf(versions);
    }

    String name() {
        return plan.words().say("plan.file." + shape.file());
    }

    String address() {
        return plan.at("/data/" + shape.file());
    }

    List<List<String>> rows() {
        return copy == null
                ? List.of()
                : copy.rows().subList(0, Math.min(MAX_ROWS, copy.rows().size()));
    }

    int left() {
        return copy == null ? 0 : Math.max(0, copy.rows().size() - MAX_ROWS);
    }
}

package dev.holdfast.supply.run;

/// Hears how far a run has come.
interface Progress {
    Progress SILENT = (step, share) -> {};

    /// @param step what is being done now
    /// @param share of this step that is done, 0 to 1
    void at(Step step, double share);

    enum Step {
        WAITING,
        READING,
        PLANNING,
        COMPARING,
        BOUNDING,
        WRITING
    }
}

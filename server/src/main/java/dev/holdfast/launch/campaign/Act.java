package dev.holdfast.launch.campaign;

/// What a provider has to be asked about an authorisation.
public enum Act {
    /// Nothing yet: to be renewed, or charged, before it dies.
    KEEP,
    CAPTURE,
    VOID
}

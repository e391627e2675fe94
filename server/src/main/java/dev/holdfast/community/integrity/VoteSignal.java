package dev.holdfast.community.integrity;

/// What can be noticed of a vote. None proves anything alone: a family shares a device, a school a network, a
/// good wish brings new members, and a mention on television many votes at once.
public enum VoteSignal {
    /// Its member had been known for a short while only.
    NEW_ACCOUNT,
    /// Several members voted for the wish with one device.
    DEVICE,
    /// Many members voted for the wish from one network.
    NETWORK,
    /// Many votes for the wish came within ten minutes.
    BURST;

    /// Whether others were seen with it, so that it says with how many.
    public boolean together() {
        return this != NEW_ACCOUNT;
    }
}

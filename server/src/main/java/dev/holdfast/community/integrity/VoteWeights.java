package dev.holdfast.community.integrity;

import java.time.Instant;
import java.util.Collection;

/// From when on something is noticed, and by how many hundredths it makes a vote lighter: data of the
/// operator, published version by version.
///
/// @param newAccountHours for how long an account is new
/// @param deviceVoters with so many members on one device, each of them is noticed
/// @param networkVoters likewise on one network
/// @param burstVotes likewise within ten minutes
public record VoteWeights(
        int version,
        int newAccount,
        int newAccountHours,
        int device,
        int deviceVoters,
        int network,
        int networkVoters,
        int burst,
        int burstVotes,
        Instant at) {
    /// What a vote weighs of which nothing is noticed.
    public static final int WHOLE = 100;

    /// What a vote weighs of which all of these are noticed.
    public int weight(Collection<VoteSignal> noticed) {
        return Math.max(0, WHOLE - noticed.stream().mapToInt(this::of).sum());
    }

    public int of(VoteSignal signal) {
        return switch (signal) {
            case NEW_ACCOUNT -> newAccount;
            case DEVICE -> device;
            case NETWORK -> network;
            case BURST -> burst;
        };
    }
}

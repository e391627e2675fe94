package dev.holdfast.community.points;

/// A reward as it stands.
///
/// @param taken reserved, or handed over and not brought back
public record KeptReward(String name, Reward reward, long taken) {
    public long left() {
        return reward.stock() - taken;
    }
}

package dev.holdfast.community.answer;

import java.util.List;

/// What the composer is told of a draft before it is given.
///
/// @param reused its sentences that were used before, the most used first
/// @param fromMold whether it would count as boilerplate
public record Preview(List<Boilerplate.Use> reused, boolean fromMold) {
    public Preview {
        reused = List.copyOf(reused);
    }
}

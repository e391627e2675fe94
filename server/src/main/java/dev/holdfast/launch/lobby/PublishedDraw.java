package dev.holdfast.launch.lobby;

import dev.holdfast.launch.draw.DrawStatement;
import dev.holdfast.launch.draw.FrozenList;

/// All that is published of a draw.
public record PublishedDraw(DrawStatement statement, FrozenList list) {}

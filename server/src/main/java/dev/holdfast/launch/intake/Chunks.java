package dev.holdfast.launch.intake;

import dev.holdfast.launch.Move;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Moves in pieces of [Staging#CHUNK], for whoever comes next.
final class Chunks {
    private final Iterator<Move> moves;
    private boolean ended;

    Chunks(Iterator<Move> moves) {
        this.moves = moves;
    }

    /// Empty: there is none left.
    synchronized List<Move> next() {
        List<Move> chunk = new ArrayList<>(Staging.CHUNK);
        while (!ended && chunk.size() < Staging.CHUNK && moves.hasNext()) {
            chunk.add(moves.next());
        }
        return chunk;
    }

    /// One of those who write failed: the others need not go on.
    synchronized void end() {
        ended = true;
    }
}

package dev.holdfast.community.event;

import dev.holdfast.launch.draw.DrawStatement.Revealed;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.PlacesStatement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One event as it is kept.
///
/// @param seed secret until the figure is known
/// @param freeze null until the list is frozen
record EventRow(
        int number,
        String slug,
        EventDefinition definition,
        String seed,
        @Nullable Freeze freeze,
        @Nullable String figure,
        @Nullable Instant releasedAt) {

    record Freeze(Instant at, String root, int tickets) {}

    String commitment() {
        return Hashes.commitment(HexFormat.of().parseHex(seed));
    }

    EventState state(Instant now) {
        if (!now.isBefore(definition.endsAt())) {
            return EventState.OVER;
        }
        if (figure != null) {
            return EventState.DRAWN;
        }
        if (!now.isBefore(definition.closesAt())) {
            return EventState.CLOSED;
        }
        return now.isBefore(definition.opensAt()) ? EventState.ANNOUNCED : EventState.OPEN;
    }

    Optional<PlacesStatement> statement() {
        return Optional.ofNullable(freeze)
                .map(frozen -> new PlacesStatement(
                        slug,
                        definition.places(),
                        definition.drawnQuotas(),
                        frozen.tickets(),
                        frozen.root(),
                        commitment(),
                        definition.figure(),
                        definition.figureAt(),
                        frozen.at(),
                        figure == null ? null : new Revealed(figure, seed)));
    }
}

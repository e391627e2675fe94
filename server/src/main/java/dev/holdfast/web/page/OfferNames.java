package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;

/// The name of an offer for a reader; its id where a later definition no longer has it.
final class OfferNames {
    private OfferNames() {}

    static String of(LaunchDefinition launch, String offer, Words words) {
        return launch.offer(offer).map(found -> words.name(found.name())).orElse(offer);
    }
}

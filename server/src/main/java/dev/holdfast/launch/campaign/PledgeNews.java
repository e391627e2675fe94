package dev.holdfast.launch.campaign;

/// What a backer is told, in the past tense.
public enum PledgeNews {
    SUCCEEDED("campaign.succeeded"),
    FAILED("campaign.failed"),
    /// The money of the pledge was taken.
    CAPTURED("pledge.captured"),
    /// The bank refused; there is time to mend it.
    REFUSED("pledge.refused"),
    /// It was not mended in time, and the place was given up.
    DROPPED("pledge.dropped");

    private final String word;

    PledgeNews(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}

package dev.holdfast.web.page;

/// The war room of one launch for one reader.
record LivePage(Frame frame, LiveNow now) {
    /// Where the next seconds come from.
    String events() {
        return "/operator/launches/" + now.launch().slug() + "/live/events?in="
                + frame.words().tag();
    }
}

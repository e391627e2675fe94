package dev.holdfast.launch.news;

/// How far one stream of one launch was told.
///
/// @param sequence of the publication that is being told, or was told last
/// @param number   of the last row told
record Cursor(int launch, String stream, long sequence, long number) {
    Cursor at(Told last) {
        return new Cursor(launch, stream, sequence, last.number());
    }
}

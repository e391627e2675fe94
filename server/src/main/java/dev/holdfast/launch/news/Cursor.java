package dev.holdfast.launch.news;

/// How far one stream of one launch was told.
///
/// @param sequence of the publication that is being told, or was told last; what it counts is the stream's own affair
/// @param number   of the last row told
record Cursor(int launch, String stream, long sequence, long number) {
    Cursor at(long lastNumber) {
        return new Cursor(launch, stream, sequence, lastNumber);
    }

    Cursor in(long publication, long lastNumber) {
        return new Cursor(launch, stream, publication, lastNumber);
    }
}

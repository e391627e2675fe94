package dev.holdfast.community.council;

/// Which suggestion: 1, 2, 3 within its council.
///
/// @param council by its slug
public record SuggestionId(String council, int number) {
    @Override
    public String toString() {
        return council + "/" + number;
    }
}

package stet.report.page;

/**
 * A version's row in the claims table.
 *
 * @param version its number and page
 * @param published as printed
 * @param publishedState {@code same}, {@code none}, {@code hot} (moved although it should not) or
 *     empty
 * @param publishedReading how it was read, empty where that says no more
 * @param updated as printed, or what is to be said in its place
 * @param updatedState as {@code publishedState}
 * @param updatedReading as {@code publishedReading}
 * @param firstSeen when a check first showed the version
 * @param window when it must have changed
 * @param windowReading the same by the publisher's clock, empty where that is not known
 * @param words its length, or how it differs from the version before
 */
public record ClaimRow(
    Link version,
    Phrase published,
    String publishedState,
    String publishedReading,
    Phrase updated,
    String updatedState,
    String updatedReading,
    String firstSeen,
    String window,
    String windowReading,
    String words) {}

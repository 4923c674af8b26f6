package stet.extract.date;

/**
 * A date found in running text.
 *
 * @param start index of its first character
 * @param end index after its last character, its time and zone included
 * @param printed the characters between
 * @param moment what they mean
 */
public record FoundDate(int start, int end, String printed, Moment moment) {}

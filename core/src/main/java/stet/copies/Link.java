package stet.copies;

/** Two articles of two outlets that have parts in common but are not one story. */
public record Link(long first, long second, Verdict verdict) {}

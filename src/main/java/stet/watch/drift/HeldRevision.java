package stet.watch.drift;

import java.time.Instant;

/**
 * A revision by what names it in every order of import.
 *
 * @param articleKey the article's key
 * @param seenAt when the new text was first seen, UTC
 */
public record HeldRevision(String articleKey, Instant seenAt) {}

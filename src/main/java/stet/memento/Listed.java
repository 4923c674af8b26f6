package stet.memento;

import java.time.Instant;

/**
 * A capture that an archive lists.
 *
 * @param original the page's address as it was captured
 * @param at when, UTC
 * @param memento the capture's address there; empty where the list does not give it
 * @param digest of its bytes as the archive states it; empty where it does not
 * @param mediaType as the archive states it; empty where it does not
 */
record Listed(String original, Instant at, String memento, String digest, String mediaType) {}

package stet.watch.drift;

import java.time.Instant;

/**
 * Revisions of one outlet that look like a new page template.
 *
 * @param id its number in this collection
 * @param outlet the host
 * @param from when the first of them was seen, UTC
 * @param to when the last of them was seen, UTC
 * @param articles how many articles changed alike
 * @param checked of so many that were looked at in that time
 * @param sample a text that they share, with {@code -} or {@code +} before it; page content
 * @param verdict what a person made of it
 * @param revisions how many there are
 */
public record HeldDrift(
    long id,
    String outlet,
    Instant from,
    Instant to,
    int articles,
    int checked,
    String sample,
    DriftVerdict verdict,
    int revisions) {}

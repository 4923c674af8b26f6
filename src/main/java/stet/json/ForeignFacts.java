package stet.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capture that others keep.
 *
 * @param uri the page's own address
 * @param memento its address at the archive that keeps it; empty for a file
 * @param at when it was captured, as whoever kept it says; null where nobody says
 * @param payload digest of its bytes
 * @param whole whether it shows no sign of having been cut off
 * @param before whether it is what a version is compared with, rather than the other way round
 */
public record ForeignFacts(
    String uri,
    String memento,
    @Nullable Instant at,
    String payload,
    boolean whole,
    boolean before) {}

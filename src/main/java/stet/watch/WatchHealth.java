package stet.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody watches what is to be watched.
 *
 * @param tracked how many pages and lists are checked
 * @param due how many of them are due
 * @param lastCheck when anything was asked last, UTC; null for never
 * @param waitingSince since when something has been due whose host may be asked, UTC; null where
 *     there is nothing such
 * @param next when the next check is planned, UTC; null where nothing is tracked
 * @param stale whether nothing was checked for too long although something could have been
 */
public record WatchHealth(
    long tracked,
    long due,
    @Nullable Instant lastCheck,
    @Nullable Instant waitingSince,
    @Nullable Instant next,
    boolean stale) {}

package stet.watch.store;

import java.time.Instant;

/**
 * A finding that waits to be put into a message.
 *
 * @param channel through which it is to be told
 * @param correction whether what was told of it does not hold any more
 * @param dueAt when, UTC
 * @param gathered whether it is told together with others
 */
public record AlertDue(
    long finding, String channel, boolean correction, Instant dueAt, boolean gathered) {}

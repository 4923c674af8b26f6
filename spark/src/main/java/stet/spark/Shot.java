package stet.spark;

import stet.story.Seen;
import stet.story.Told;

/**
 * A capture as it goes from machine to machine.
 *
 * @param seen what is kept of it
 * @param told what it says by itself
 */
record Shot(Seen seen, Told told) {}

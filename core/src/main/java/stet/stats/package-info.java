/**
 * Figures about articles and outlets, each with what it is a part of. Timelines in, numbers out:
 * pure, with nothing of how they are kept or shown.
 */
@org.jspecify.annotations.NullMarked
package stet.stats;

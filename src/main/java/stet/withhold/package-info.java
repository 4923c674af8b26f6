/**
 * Takedowns: what of a collection is to be shown to nobody, why and since when. It decides what a
 * page that is read says to the index, so that nothing that is made from the index can tell it.
 * Pure, but for the one file that keeps it.
 */
@org.jspecify.annotations.NullMarked
package stet.withhold;

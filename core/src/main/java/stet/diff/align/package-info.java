/**
 * Which token of the old text is which of the new: anchors, alignment, moves, and the passes that
 * make it readable.
 */
@org.jspecify.annotations.NullMarked
package stet.diff.align;

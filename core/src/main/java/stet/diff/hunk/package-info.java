/** From an alignment to hunks, deltas and fields: a {@link stet.diff.Revision}. */
@org.jspecify.annotations.NullMarked
package stet.diff.hunk;

/**
 * Timelines as rows of tables for researchers, whatever writes them then. Timelines in, rows out:
 * pure, with nothing of how they are kept or in which form they are handed on.
 */
@org.jspecify.annotations.NullMarked
package stet.rows;

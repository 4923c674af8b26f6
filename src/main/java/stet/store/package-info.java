/** The SQLite index derived from the archive. Saves results, never computes them. */
@org.jspecify.annotations.NullMarked
package stet.store;

/** The differ and the labeller that stet uses. */
@org.jspecify.annotations.NullMarked
package stet.diff.standard;

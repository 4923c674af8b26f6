/** Figures about the outlets of a collection. */
@org.jspecify.annotations.NullMarked
package stet.app.stats;

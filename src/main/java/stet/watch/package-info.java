/** When to look again, and the loop that does so for months without a hand on it. */
@org.jspecify.annotations.NullMarked
package stet.watch;

/** How much an edit tells: what each part of that is worth, and what a revision comes to. */
@org.jspecify.annotations.NullMarked
package stet.diff.rank;

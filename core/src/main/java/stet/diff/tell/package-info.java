/** What a revision is shown by: a summary in plain words, the most telling edit, its excerpt. */
@org.jspecify.annotations.NullMarked
package stet.diff.tell;

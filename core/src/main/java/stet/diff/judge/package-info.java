/** What a revision means: kinds of edits, notices, stated times, and the labels that follow. */
@org.jspecify.annotations.NullMarked
package stet.diff.judge;

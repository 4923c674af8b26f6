/**
 * What people say of revisions: annotations, kept apart from all that follows from captures, in
 * {@code notes.db}. Says which revision each is on; decides nothing about publishers.
 */
@org.jspecify.annotations.NullMarked
package stet.notes;

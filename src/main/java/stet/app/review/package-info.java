/** What people say of revisions, and the edits that they go through. */
@org.jspecify.annotations.NullMarked
package stet.app.review;

/**
 * The life of one article in order: versions, the revisions between them, and what was not seen.
 */
@org.jspecify.annotations.NullMarked
package stet.timeline;

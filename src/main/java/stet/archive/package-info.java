/** WARC files (ISO 28500) under {@code snapshots/}: append, read by location, verify. */
@org.jspecify.annotations.NullMarked
package stet.archive;

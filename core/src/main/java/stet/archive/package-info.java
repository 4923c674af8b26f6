/**
 * WARC files (ISO 28500:2017, WARC/1.1) under {@code snapshots/}: append, read by location, scan,
 * verify. The bytes on disk are described in docs/FORMAT.md.
 */
@org.jspecify.annotations.NullMarked
package stet.archive;
